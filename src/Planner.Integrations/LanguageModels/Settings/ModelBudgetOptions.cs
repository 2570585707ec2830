namespace Planner.Integrations.LanguageModels.Settings;

/// <summary>
/// What may be spent on calls of models. Dollars are 0 to 1,000,000 and need a price for each deployment; tokens, sent and received,
/// are 0 to 1,000,000,000,000. A limit that is reached ends calling: the rules plan the rest, and the plan says so. Default: no limits.
/// </summary>
public sealed class ModelBudgetOptions
{
    /// <summary>US dollars for one run; of one that waits longer than 31 days, anew.</summary>
    public decimal? RunUsd { get; set; }

    /// <summary>Tokens for one run.</summary>
    public long? RunTokens { get; set; }

    /// <summary>US dollars for a day, by UTC, of all runs that share a store.</summary>
    public decimal? DayUsd { get; set; }

    /// <summary>Tokens for a day.</summary>
    public long? DayTokens { get; set; }

    /// <summary>Limits of single Jira projects, by key.</summary>
    public IDictionary<string, ProjectBudgetOptions> Projects { get; set; } = new Dictionary<string, ProjectBudgetOptions>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>What may be spent on the tickets of a Jira project, with the same units and bounds.</summary>
public sealed class ProjectBudgetOptions
{
    /// <summary>US dollars for a calendar month, by UTC.</summary>
    public decimal? MonthUsd { get; set; }

    /// <summary>Tokens for a calendar month.</summary>
    public long? MonthTokens { get; set; }
}
