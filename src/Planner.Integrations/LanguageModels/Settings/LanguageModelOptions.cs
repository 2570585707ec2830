using System.ComponentModel.DataAnnotations;

namespace Planner.Integrations.LanguageModels.Settings;

/// <summary>
/// Which language model, and as whom: the section <c>LanguageModel</c>. Azure OpenAI, OpenAI, and any server that speaks its Chat
/// Completions. Never shown as a whole: it holds a secret.
/// </summary>
public sealed class LanguageModelOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "LanguageModel";

    /// <summary>
    /// What <c>/chat/completions</c> follows, like <c>https://NAME.openai.azure.com/openai/v1/</c>; the path of an Azure resource may be
    /// left out. https, or http on this machine.
    /// </summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Secret. Absent: the Entra identity of the process (<c>AZURE_CLIENT_ID</c> names a user-assigned one).</summary>
    public string? ApiKey { get; set; }

    /// <summary>The deployment for each tier; the nearest stands for a missing one.</summary>
    public ModelTierOptions Deployments { get; set; } = new();

    /// <summary>How much a model of each tier reasons, like <c>low</c>, <c>medium</c> or <c>high</c>. Default: the model's own.</summary>
    public ModelTierOptions ReasoningEffort { get; set; } = new();

    /// <summary>Prices by deployment. In its name <c>_</c> stands for any other sign but letters and digits.</summary>
    public IDictionary<string, ModelPriceOptions> Prices { get; set; } = new Dictionary<string, ModelPriceOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Limits of single deployments, by name as in <see cref="Prices"/>.</summary>
    public IDictionary<string, ModelLimitOptions> Limits { get; set; } = new Dictionary<string, ModelLimitOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What may be spent. Default: no limits.</summary>
    public ModelBudgetOptions Budget { get; set; } = new();

    /// <summary>Requests at once to a deployment, of all runs together, 1 to 100. Default: 8.</summary>
    [Range(1, 100)]
    public int RequestsAtOnce { get; set; } = 8;

    /// <summary>Tokens in a minute for a deployment, of all runs together, 1,000 to 1,000,000,000. Default: no limit.</summary>
    [Range(1_000, 1_000_000_000)]
    public int? TokensPerMinute { get; set; }

    /// <summary>Longest wait for one answer, 5 s to 20 min: a long answer that reasons takes minutes. Default: 5 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Longest time for one call with all attempts and the wait for a turn, up to 1 h; then the durable step waits and tries again.
    /// Default: 12 min.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(12);

    /// <summary>Further attempts within a call, 0 to 10. Default: 4.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 4;

    /// <summary>True where any key of the section that says which model is set.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Endpoint) || !string.IsNullOrWhiteSpace(ApiKey) || Deployments.Named.Any();

    /// <summary>Where the model is, and nothing else.</summary>
    public override string ToString() => $"Language model at {Endpoint}";
}
