namespace Planner.Integrations.LanguageModels.Settings;

/// <summary>Says what is wrong with the section <c>LanguageModel</c> and how to mend it; never shows the key.</summary>
public static class LanguageModelOptionsValidator
{
    private const int LongestName = 200;
    private const decimal HighestPrice = 100_000;

    /// <summary>One line each; none where the section is right or empty.</summary>
    public static IEnumerable<string> Problems(LanguageModelOptions options) => options.IsConfigured
        ?
        [
            .. AddressProblems(options), .. KeyProblems(options), .. DeploymentProblems(options), .. PriceProblems(options), .. LimitProblems(options),
            .. ModelBudgetSettings.Problems(options.Budget),
        ]
        : [];

    private static IEnumerable<string> AddressProblems(LanguageModelOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Endpoint))
        {
            yield return "LanguageModel__Endpoint is missing: set it to what /chat/completions follows, like https://NAME.openai.azure.com/openai/v1/.";
        }
        else if (ModelEndpoint.Fault(options.Endpoint) is { } wrong)
        {
            yield return $"LanguageModel__Endpoint {wrong}";
        }
        else if (string.IsNullOrWhiteSpace(options.ApiKey) && ModelEndpoint.Of(options.Endpoint).Scheme == "http")
        {
            yield return "LanguageModel__ApiKey is missing: an identity goes over https alone. A server on this machine that asks for no key takes any text.";
        }
    }

    private static IEnumerable<string> KeyProblems(LanguageModelOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.ApiKey) && options.ApiKey.Trim().Any(c => c is <= ' ' or > '~'))
        {
            yield return "LanguageModel__ApiKey holds a space, a line end or a sign that no key has: paste it again.";
        }
    }

    private static IEnumerable<string> DeploymentProblems(LanguageModelOptions options)
    {
        if (!options.Deployments.Named.Any())
        {
            yield return "LanguageModel__Deployments__Standard is missing: set it to the name of a deployment (of a model, at OpenAI itself). "
                + "One may stand for all tiers.";
        }

        foreach (var (tier, name) in options.Deployments.Named)
        {
            if (name.Length > LongestName || name.Any(c => c is <= ' ' or > '~'))
            {
                yield return $"LanguageModel__Deployments__{tier} is no name of a deployment: at most {LongestName} letters, digits and signs, without spaces.";
            }
        }

        foreach (var (tier, effort) in options.ReasoningEffort.Named)
        {
            if (effort.Length > 16 || !effort.All(char.IsAsciiLetterLower))
            {
                yield return $"LanguageModel__ReasoningEffort__{tier} must be a word that the model knows, like low, medium or high, or unset.";
            }
        }
    }

    private static IEnumerable<string> PriceProblems(LanguageModelOptions options)
    {
        foreach (var (name, price) in options.Prices)
        {
            if (IsUnknown(options, name))
            {
                yield return $"LanguageModel__Prices__{Told(name)} is the price of no deployment: take a name of LanguageModel__Deployments, with _ for signs.";
            }

            if (price is { Input: null } or { Output: null })
            {
                yield return $"LanguageModel__Prices__{Told(name)} needs Input and Output, in US dollars for a million tokens.";
            }

            if (new[] { price.Input, price.Cached, price.CacheWrite, price.Output }.Any(p => p is < 0 or > HighestPrice))
            {
                yield return $"LanguageModel__Prices__{Told(name)} must hold prices from 0 to {HighestPrice}, in US dollars for a million tokens.";
            }
        }
    }

    private static IEnumerable<string> LimitProblems(LanguageModelOptions options)
    {
        if (options.RequestsAtOnce is < 1 or > 100)
        {
            yield return "LanguageModel__RequestsAtOnce must lie between 1 and 100.";
        }

        if (options.TokensPerMinute is < 1_000 or > 1_000_000_000)
        {
            yield return "LanguageModel__TokensPerMinute must lie between 1000 and 1000000000, or be unset.";
        }

        if (options.Timeout < TimeSpan.FromSeconds(5) || options.Timeout > TimeSpan.FromMinutes(20))
        {
            yield return "LanguageModel__Timeout must lie between 00:00:05 and 00:20:00.";
        }

        if (options.TotalTimeout < options.Timeout || options.TotalTimeout > TimeSpan.FromHours(1))
        {
            yield return "LanguageModel__TotalTimeout must lie between LanguageModel__Timeout and 01:00:00.";
        }

        if (options.Retries is < 0 or > 10)
        {
            yield return "LanguageModel__Retries must lie between 0 and 10.";
        }

        foreach (var (name, limit) in options.Limits)
        {
            if (IsUnknown(options, name))
            {
                yield return $"LanguageModel__Limits__{Told(name)} is the limit of no deployment: take a name of LanguageModel__Deployments, with _ for signs.";
            }

            if (limit.RequestsAtOnce is < 1 or > 100 || limit.TokensPerMinute is < 1_000 or > 1_000_000_000)
            {
                yield return $"LanguageModel__Limits__{Told(name)} takes RequestsAtOnce from 1 to 100 and TokensPerMinute from 1000 to 1000000000.";
            }
        }
    }

    private static bool IsUnknown(LanguageModelOptions options, string name) =>
        !options.Deployments.Named.Any(n => ModelDeployments.IsNamed(name, n.Text));

    private static string Told(string name) => string.Concat(name.Take(LongestName).Select(c => c is > ' ' and <= '~' ? c : '_'));
}
