using Planner.Core.Planning.Runs;

namespace Planner.Core.Events;

/// <summary>What makes a plan, of which code base, and who may ask for what on a ticket.</summary>
public sealed record TriggerPolicy
{
    /// <summary>Statuses, by name or id, into which a transition starts a run; none starts none. Default <c>Ready for planning</c>.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = ["Ready for planning"];

    /// <summary>Statuses of single projects, by project key, instead of <see cref="Statuses"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ProjectStatuses { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The code bases that are set up.</summary>
    public CodebaseChoice Codebases { get; init; } = new([]);

    /// <summary>What a new trigger means for a run under way.</summary>
    public NewTrigger OnNewTrigger { get; init; }

    /// <summary>What an edit of a planned ticket means.</summary>
    public TicketChange OnTicketChanged { get; init; }

    /// <summary>Who may give commands in comments.</summary>
    public Commanders Commanders { get; init; } = new Commanders.Anyone();

    /// <summary>Limits of the runs that are started.</summary>
    public PlanningPolicy Planning { get; init; } = new();

    /// <summary>True where a status starts a run; of id and name either is enough.</summary>
    public bool Starts(string project, string? id, string? name) => Names(ProjectStatuses.GetValueOrDefault(project) ?? Statuses, id, name);

    /// <summary>False for a status that starts a run in no project at all; where the delivery tells none, the ticket must be looked at.</summary>
    public bool MayStart(TrackerEvent.StatusChanged changed) =>
        (changed.ToId ?? changed.ToName) is null || Names(Statuses.Concat(ProjectStatuses.Values.SelectMany(s => s)), changed.ToId, changed.ToName);

    /// <summary>What a run is started with.</summary>
    public PlanRequest Request(string ticket, string codebase) => new() { Ticket = ticket, Codebase = codebase, Policy = Planning };

    private static bool Names(IEnumerable<string> statuses, string? id, string? name) =>
        statuses.Any(s => s.Length > 0 && (s.Equals(id, StringComparison.Ordinal) || s.Equals(name, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>What a trigger does while a run of the same ticket is under way.</summary>
public enum NewTrigger
{
    /// <summary>The run goes on and stands for the trigger, too.</summary>
    Attach,

    /// <summary>The run ends, told by whom it is superseded.</summary>
    Supersede,
}

/// <summary>What happens where the words of a ticket change that has a plan, or for which one is being made.</summary>
public enum TicketChange
{
    /// <summary>It is planned again, with what stays.</summary>
    Replan,

    /// <summary>Nothing; <c>/plan refine</c> and <c>/plan</c> are for people.</summary>
    Ignore,
}

/// <summary>Who may give commands on a ticket.</summary>
public abstract record Commanders
{
    private Commanders()
    {
    }

    /// <summary>Whoever can comment.</summary>
    public sealed record Anyone : Commanders;

    /// <summary>Who holds a role in the ticket's project.</summary>
    public sealed record Role(string Name) : Commanders;

    /// <summary>Listed accounts.</summary>
    public sealed record Accounts(IReadOnlyList<string> Ids) : Commanders;

    /// <summary>Reads <c>anyone</c>, <c>role:Developers</c> or accounts with commas between them.</summary>
    /// <exception cref="FormatException">It is none of these; the message says how to mend it.</exception>
    public static Commanders Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Equals("anyone", StringComparison.OrdinalIgnoreCase))
        {
            return new Anyone();
        }

        if (trimmed.StartsWith("role:", StringComparison.OrdinalIgnoreCase))
        {
            return trimmed[5..].Trim() is { Length: > 0 } role
                ? new Role(role)
                : throw new FormatException("Commanders names no role: write role: and the role's name, like role:Developers.");
        }

        var accounts = trimmed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return accounts.Length > 0
            ? new Accounts(accounts)
            : throw new FormatException("Commanders is empty: write anyone, role:NAME, or account ids with commas between them.");
    }
}
