using Planner.Core.Decisions;
using Planner.Core.Events;
using Planner.Core.LanguageModels;
using Planner.Core.Planning.Runs;

namespace Planner.Core.Settings;

/// <summary>How strict runs are and what triggers mean: the section <c>Planning</c> (<c>Planning__MaxRounds</c> and so on in the environment).</summary>
public sealed class PlanningOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Planning";

    private const int ShortestKey = 16;

    private static readonly PlanningPolicy Default = new();

    /// <summary>Specialists below it are asked again. 1 to 10, default 8.</summary>
    public int ConfidenceThreshold { get; set; } = Default.ConfidenceThreshold;

    /// <summary>Consultations of the panel before decisions are asked. 1 to 5, default 2.</summary>
    public int MaxRounds { get; set; } = Default.MaxRounds;

    /// <summary>How often answers may lead to a new agenda. 0 to 5, default 2.</summary>
    public int MaxReplans { get; set; } = Default.MaxReplans;

    /// <summary>What a trigger means for the run of its ticket that is under way: <c>attach</c> (default) or <c>supersede</c>.</summary>
    public string OnNewTrigger { get; set; } = "attach";

    /// <summary>What an edit of a planned ticket means: <c>replan</c> (default) or <c>ignore</c>.</summary>
    public string OnTicketChanged { get; set; } = "replan";

    /// <summary>
    /// How specialists think: <c>rules</c> or <c>openai</c>. Default: <c>openai</c> where the section <c>LanguageModel</c> is set, else
    /// <c>rules</c>.
    /// </summary>
    public string Model { get; set; } = "";

    /// <summary>US dollars that a run may spend on a model, 0 to 1,000,000: as <c>LanguageModel__Budget__RunUsd</c>. Default: no limit.</summary>
    public decimal? MaxCostUsd { get; set; }

    /// <summary>US dollars that all runs may spend in a day: as <c>LanguageModel__Budget__DayUsd</c>. Default: no limit.</summary>
    public decimal? MaxCostUsdPerDay { get; set; }

    /// <summary>
    /// Names what is taken out of texts before a model sees them, so that the same secret has the same placeholder everywhere and nobody
    /// finds it by trying. 16 characters or more, the same for all hosts of one store. Default: a key of the host's own data folder; a host
    /// without one gives all secrets the same placeholder.
    /// </summary>
    public string RedactionKey { get; set; } = "";

    /// <summary>The choice that <see cref="OnNewTrigger"/> names.</summary>
    internal NewTrigger Trigger => Choice<NewTrigger>(OnNewTrigger) ?? default;

    /// <summary>The choice that <see cref="OnTicketChanged"/> names.</summary>
    internal TicketChange Change => Choice<TicketChange>(OnTicketChanged) ?? default;

    /// <summary>The limits of a run.</summary>
    public PlanningPolicy Policy(DecisionPolicy decisions) =>
        new() { ConfidenceThreshold = ConfidenceThreshold, MaxRounds = MaxRounds, MaxReplans = MaxReplans, Decisions = decisions };

    /// <summary>What is wrong with the settings, and how to mend it.</summary>
    public IEnumerable<string> Faults()
    {
        if (Choice<NewTrigger>(OnNewTrigger) is null)
        {
            yield return "Planning__OnNewTrigger must be attach or supersede.";
        }

        if (Choice<TicketChange>(OnTicketChanged) is null)
        {
            yield return "Planning__OnTicketChanged must be replan or ignore.";
        }

        if (Model is not ("" or ModelKinds.Rules or ModelKinds.OpenAi))
        {
            yield return "Planning__Model must be rules or openai, or unset.";
        }

        if (MaxCostUsd is < 0 or > 1_000_000)
        {
            yield return "Planning__MaxCostUsd must be 0 to 1000000, or unset.";
        }

        if (MaxCostUsdPerDay is < 0 or > 1_000_000)
        {
            yield return "Planning__MaxCostUsdPerDay must be 0 to 1000000, or unset.";
        }

        if (RedactionKey.Length is > 0 and < ShortestKey)
        {
            yield return $"Planning__RedactionKey must have {ShortestKey} characters or more, or be unset.";
        }

        if (ConfidenceThreshold is < 1 or > 10)
        {
            yield return "Planning__ConfidenceThreshold must be 1 to 10.";
        }

        if (MaxRounds is < 1 or > 5)
        {
            yield return "Planning__MaxRounds must be 1 to 5.";
        }

        if (MaxReplans is < 0 or > 5)
        {
            yield return "Planning__MaxReplans must be 0 to 5.";
        }
    }

    // An empty text is none, which the environment of a container often holds; a number is no name.
    private static T? Choice<T>(string? text)
        where T : struct, Enum =>
        string.IsNullOrEmpty(text)
            ? default(T)
            : Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text, ignoreCase: true) : null;
}
