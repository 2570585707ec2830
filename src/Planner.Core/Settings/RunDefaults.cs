using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Decisions;
using Planner.Core.Events;
using Planner.Core.Planning.Runs;

namespace Planner.Core.Settings;

/// <summary>What every run of a host starts with.</summary>
/// <param name="Codebases">What can be planned against.</param>
/// <param name="Policy">From the sections <c>Planning</c> and <c>Decisions</c>.</param>
/// <param name="OnNewTrigger">What a trigger means for the run of the ticket that is under way: <c>Planning__OnNewTrigger</c>.</param>
public sealed record RunDefaults(CodebaseChoice Codebases, PlanningPolicy Policy, NewTrigger OnNewTrigger)
{
    private const string DecisionsSection = "Decisions";
    private const string CodebasesSection = "Codebases";

    /// <summary>What an edit of a planned ticket means: <c>Planning__OnTicketChanged</c>.</summary>
    public TicketChange OnTicketChanged { get; init; }

    /// <summary>True where the settings say how long answers are waited for, so that no host puts another default in its place.</summary>
    public bool HasTimeout { get; init; }

    /// <summary>The same for triggers of a ticket tracker, whose own settings are still to be added.</summary>
    public TriggerPolicy Triggers => new() { Codebases = Codebases, Planning = Policy, OnNewTrigger = OnNewTrigger, OnTicketChanged = OnTicketChanged };

    /// <summary>Reads and checks the configuration; paths of code bases are the host's to check.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong; each failure says how to mend it.</exception>
    public static RunDefaults From(IConfiguration configuration)
    {
        var (planning, decisions, codebases) = (new PlanningOptions(), new DecisionPolicy(), new CodebaseChoice([]));
        SettingFaults.Check(
            () => planning = BoundSection.Bind<PlanningOptions>(configuration, PlanningOptions.Section, o => o.Faults()),
            () => decisions = BoundSection.Bind<DecisionPolicy>(configuration, DecisionsSection, Faults),
            () => codebases = new CodebaseChoice([.. ReadCodebases(configuration)]));
        return new RunDefaults(codebases, planning.Policy(decisions), planning.Trigger)
        {
            OnTicketChanged = planning.Change,
            HasTimeout = configuration[$"{DecisionsSection}:{nameof(DecisionPolicy.Timeout)}"] is { Length: > 0 },
        };
    }

    private static IEnumerable<ConfiguredCodebase> ReadCodebases(IConfiguration configuration) =>
        configuration.GetSection(CodebasesSection).GetChildren().Select(c => Read(configuration, c)).OrderBy(c => c.Name, StringComparer.Ordinal);

    private static ConfiguredCodebase Read(IConfiguration configuration, IConfigurationSection codebase) =>
        new(codebase.Key, [.. BoundSection.Bind<CodebaseProjectsOptions>(configuration, codebase.Path).Projects.Where(p => p.Length > 0)]);

    private static IEnumerable<string> Faults(DecisionPolicy policy) => policy.Validate(new ValidationContext(policy)).Select(f => f.ErrorMessage!);
}
