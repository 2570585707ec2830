using System.ComponentModel.DataAnnotations;

namespace Planner.Integrations.LanguageModels.Settings;

/// <summary>Limits of one deployment, in place of those for all.</summary>
public sealed class ModelLimitOptions
{
    /// <summary>Requests at once, 1 to 100. Default: as for all.</summary>
    [Range(1, 100)]
    public int? RequestsAtOnce { get; set; }

    /// <summary>Tokens in a minute, 1,000 to 1,000,000,000. Default: as for all.</summary>
    [Range(1_000, 1_000_000_000)]
    public int? TokensPerMinute { get; set; }
}
