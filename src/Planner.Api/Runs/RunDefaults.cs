using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Decisions;
using Planner.Core.Events;
using Planner.Core.Planning;

namespace Planner.Api.Runs;

/// <summary>What every run of a host starts with.</summary>
/// <param name="Codebases">What can be planned against.</param>
/// <param name="Policy">From the sections <c>Planning</c> and <c>Decisions</c>.</param>
/// <param name="OnNewTrigger">What a trigger means for the run of the ticket that is under way: <c>Planning__OnNewTrigger</c>.</param>
public sealed record RunDefaults(CodebaseChoice Codebases, PlanningPolicy Policy, NewTrigger OnNewTrigger)
{
    /// <summary>What an edit of a planned ticket means: <c>Planning__OnTicketChanged</c>.</summary>
    public TicketChange OnTicketChanged { get; init; }

    /// <summary>The same for triggers of a ticket tracker, whose own settings are still to be added.</summary>
    public TriggerPolicy Triggers => new() { Codebases = Codebases, Planning = Policy, OnNewTrigger = OnNewTrigger, OnTicketChanged = OnTicketChanged };

    /// <summary>Reads and checks the configuration; paths of code bases are the host's to check.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong; each failure says how to mend it.</exception>
    public static RunDefaults From(IConfiguration configuration)
    {
        var policy = BoundSection.Bind<PlanningPolicy>(configuration, "Planning") with { Decisions = BoundSection.Bind<DecisionPolicy>(configuration, "Decisions") };
        var onNewTrigger = ReadTrigger(configuration["Planning:OnNewTrigger"]);
        var onTicketChanged = ReadChange(configuration["Planning:OnTicketChanged"]);
        var faults = Faults(policy, onNewTrigger, onTicketChanged).ToList();
        return faults.Count == 0
            ? new RunDefaults(new CodebaseChoice([.. ReadCodebases(configuration).OrderBy(c => c.Name, StringComparer.Ordinal)]), policy, onNewTrigger!.Value) { OnTicketChanged = onTicketChanged!.Value }
            : throw new OptionsValidationException("Planning", typeof(PlanningPolicy), faults);
    }

    private static IEnumerable<ConfiguredCodebase> ReadCodebases(IConfiguration configuration) =>
        configuration.GetSection("Codebases").GetChildren().Select(c => new ConfiguredCodebase(
            c.Key,
            [.. c.GetSection("Projects").GetChildren().Select(p => p.Value ?? "").Where(p => p.Length > 0)]));

    private static NewTrigger? ReadTrigger(string? text) => text?.ToUpperInvariant() switch
    {
        null or "" or "ATTACH" => NewTrigger.Attach,
        "SUPERSEDE" => NewTrigger.Supersede,
        _ => null,
    };

    private static TicketChange? ReadChange(string? text) => text?.ToUpperInvariant() switch
    {
        null or "" or "REPLAN" => TicketChange.Replan,
        "IGNORE" => TicketChange.Ignore,
        _ => null,
    };

    private static IEnumerable<string> Faults(PlanningPolicy policy, NewTrigger? onNewTrigger, TicketChange? onTicketChanged)
    {
        if (onNewTrigger is null)
            yield return "Planning__OnNewTrigger must be attach or supersede.";
        if (onTicketChanged is null)
            yield return "Planning__OnTicketChanged must be replan or ignore.";
        if (policy.ConfidenceThreshold is < 1 or > 10)
            yield return "Planning__ConfidenceThreshold must be 1 to 10.";
        if (policy.MaxRounds is < 1 or > 5)
            yield return "Planning__MaxRounds must be 1 to 5.";
        if (policy.MaxReplans is < 0 or > 5)
            yield return "Planning__MaxReplans must be 0 to 5.";
        foreach (var fault in policy.Decisions.Validate(new ValidationContext(policy.Decisions)))
            yield return fault.ErrorMessage!;
    }
}
