using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.LanguageModels;
using Planner.Integrations.LanguageModels.Settings;
using Xunit;

namespace Planner.Integrations.Tests.LanguageModels.Settings;

public sealed class LanguageModelOptionsTests
{
    private const string Endpoint = "https://shop.openai.azure.com/openai/v1/";

    public static TheoryData<Action<LanguageModelOptions>, string> Mistakes => new()
    {
        { o => o.Endpoint = "", "LanguageModel__Endpoint is missing" },
        { o => o.Endpoint = "shop.openai.azure.com", "LanguageModel__Endpoint is no web address" },
        { o => o.Endpoint = "https://", "LanguageModel__Endpoint is no web address" },
        { o => o.Endpoint = "http://models.example.com/v1", "use https" },
        { o => o.Endpoint = "https://me:secret-key@shop.openai.azure.com/", "holds a user name or password" },
        { o => o.Endpoint = Endpoint + "?api-version=2024-10-21", "holds a query" },
        { o => o.Endpoint = "https://shop.openai.azure.com/openai/deployments/gpt/", "dated addresses" },
        { o => o.Endpoint = Endpoint + "chat/completions", "holds a route" },
        { o => (o.Endpoint, o.ApiKey) = ("http://127.0.0.1:18900/v1/", null), "LanguageModel__ApiKey is missing" },
        { o => o.ApiKey = "secret-key\nsecond", "paste it again" },
        { o => o.Deployments.Standard = null, "LanguageModel__Deployments__Standard is missing" },
        { o => o.Deployments.Deep = "two words", "LanguageModel__Deployments__Deep is no name" },
        { o => o.ReasoningEffort.Deep = "very HIGH", "LanguageModel__ReasoningEffort__Deep must be a word" },
        { o => o.Prices["other"] = new ModelPriceOptions { Input = 1, Output = 1 }, "LanguageModel__Prices__other is the price of no deployment" },
        { o => o.Prices["gpt_5_2"] = new ModelPriceOptions { Input = 1 }, "LanguageModel__Prices__gpt_5_2 needs Input and Output" },
        { o => o.Prices["gpt_5_2"] = new ModelPriceOptions { Input = 1, Output = -1 }, "must hold prices from 0 to" },
        { o => o.Limits["other"] = new ModelLimitOptions(), "LanguageModel__Limits__other is the limit of no deployment" },
        { o => o.Limits["gpt-5.2"] = new ModelLimitOptions { TokensPerMinute = 1 }, "LanguageModel__Limits__gpt-5.2 takes" },
        { o => o.RequestsAtOnce = 0, "LanguageModel__RequestsAtOnce must lie between" },
        { o => o.TokensPerMinute = 10, "LanguageModel__TokensPerMinute must lie between" },
        { o => o.Timeout = TimeSpan.Zero, "LanguageModel__Timeout must lie between" },
        { o => o.TotalTimeout = TimeSpan.FromMinutes(1), "LanguageModel__TotalTimeout must lie between" },
        { o => o.Retries = 11, "LanguageModel__Retries must lie between" },
        { o => o.Budget.RunUsd = -1, "LanguageModel__Budget__RunUsd must lie between 0 and" },
        { o => o.Budget.DayTokens = -1, "LanguageModel__Budget__DayTokens between 0 and" },
        { o => o.Budget.Projects["SHOP"] = new() { MonthUsd = 1_000_001 }, "LanguageModel__Budget__Projects__SHOP__MonthUsd must lie" },
        { o => o.Budget.Projects["SHOP-1"] = new(), "LanguageModel__Budget__Projects__SHOP-1 is no key of a Jira project" },
    };

    public static TheoryData<string, string> Addresses => new()
    {
        { "https://shop.openai.azure.com", Endpoint },
        { "https://shop.openai.azure.com/", Endpoint },
        { "https://shop.openai.azure.com/openai/v1", Endpoint },
        { " https://shop.openai.azure.com/openai/v1/ ", Endpoint },
        { "https://shop.services.ai.azure.com", "https://shop.services.ai.azure.com/openai/v1/" },
        { "https://api.openai.com/v1", "https://api.openai.com/v1/" },
        { "http://127.0.0.1:18900/v1/", "http://127.0.0.1:18900/v1/" },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void Mistake_IsNamedWithWhatMendsIt(Action<LanguageModelOptions> mistake, string expected)
    {
        var problems = LanguageModelOptionsValidator.Problems(Good(mistake)).ToList();

        Assert.Contains(problems, p => p.Contains(expected, StringComparison.Ordinal));
        Assert.All(problems, p => Assert.DoesNotContain("secret-key", p, StringComparison.Ordinal));
    }

    [Fact]
    public void GoodOptions_HaveNoProblem()
    {
        Assert.Empty(LanguageModelOptionsValidator.Problems(Good()));
        Assert.Empty(LanguageModelOptionsValidator.Problems(Good(o => o.ApiKey = null)));
        Assert.Empty(LanguageModelOptionsValidator.Problems(Good(o => o.Endpoint = "http://localhost:11434/v1")));
        Assert.Empty(LanguageModelOptionsValidator.Problems(new LanguageModelOptions()));
        Assert.Equal($"Language model at {Endpoint}", Good().ToString());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Endpoint_EndsWhereTheRouteBegins(string given, string expected) => Assert.Equal(expected, ModelEndpoint.Of(given).AbsoluteUri);

    [Theory]
    [InlineData("f", "s", "d", "a", "f s d a")]
    [InlineData("f", "s", "d", null, "f s d d")]
    [InlineData(null, "s", null, null, "s s s s")]
    [InlineData("f", null, null, null, "f f f f")]
    [InlineData(null, null, "d", null, "d d d d")]
    [InlineData(null, null, null, "a", "a a a a")]
    [InlineData("f", " ", "d", " ", "f d d d")]
    [InlineData("f", "s", "", null, "f s s s")]
    public void MissingTier_IsThatOfTheNearest(string? fast, string? standard, string? deep, string? audit, string expected)
    {
        var deployments = new ModelDeployments(
            new LanguageModelOptions { Deployments = new() { Fast = fast, Standard = standard, Deep = deep, Audit = audit } });

        Assert.Equal(expected, string.Join(' ', Enum.GetValues<ModelTier>().Select(deployments.Of)));
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("LanguageModel:Timeout", "00:01:00", null)]
    [InlineData("Planning:Model", "rules", null)]
    [InlineData("Planning:Model", "openai", "Planning__Model is openai, but nothing says which model")]
    [InlineData("Planning:Model", "claude", "Planning__Model must be rules or openai")]
    [InlineData("LanguageModel:Endpoint", Endpoint, "LanguageModel__Deployments__Standard is missing")]
    [InlineData("LanguageModel:Deployments:Fast", "gpt", "LanguageModel__Endpoint is missing")]
    [InlineData("LanguageModel:Prices:gpt:Input", "secret-key", "LanguageModel__Prices__gpt__Input is no number")]
    [InlineData("LanguageModel:Limits:gpt:TokensPerMinute", "many", "LanguageModel__Limits__gpt__TokensPerMinute is no number")]
    [InlineData("LanguageModel:TotalTimeout", "soon", "LanguageModel__TotalTimeout is no duration")]
    public void SectionThatIsNotWhole_IsNoModelOrToldSo(string key, string value, string? expected)
    {
        var configuration = Configuration((key, value));
        if (expected is null)
        {
            Assert.Null(LanguageModelSettings.Read(configuration));
            return;
        }

        var fault = Assert.Throws<OptionsValidationException>(() => LanguageModelSettings.Read(configuration));
        Assert.Contains(fault.Failures, f => f.Contains(expected, StringComparison.Ordinal));
        Assert.DoesNotContain("secret-key", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WholeSection_IsRead()
    {
        var options = LanguageModelSettings.Read(Configuration(
            ("LanguageModel:Endpoint", Endpoint), ("LanguageModel:Deployments:Standard", "gpt-5.2"), ("LanguageModel:Deployments:Fast", "small"),
            ("LanguageModel:Prices:gpt_5_2:Input", "1.75"), ("LanguageModel:Prices:gpt_5_2:Cached", "0.175"), ("LanguageModel:Prices:gpt_5_2:Output", "14"),
            ("LanguageModel:TokensPerMinute", ""), ("LanguageModel:Limits:SMALL:TokensPerMinute", "200000")))!;
        var deployments = new ModelDeployments(options);
        var prices = LanguageModelSettings.Prices(options);

        Assert.Equal(new ModelPrice(1.75m, 0.175m, 0, 14), prices.ByDeployment["gpt-5.2"]);
        Assert.DoesNotContain("small", prices.ByDeployment.Keys);
        Assert.Equal((null, 200_000, 8), (deployments.TokensPerMinute("gpt-5.2"), deployments.TokensPerMinute("small"), deployments.RequestsAtOnce("small")));
    }

    [Fact]
    public void Budget_IsRead_AndTheTighterOfTwoLimitsHolds()
    {
        var configuration = Configuration(
            ("LanguageModel:Endpoint", Endpoint), ("LanguageModel:Deployments:Standard", "gpt-5.2"),
            ("LanguageModel:Prices:gpt_5_2:Input", "1.75"), ("LanguageModel:Prices:gpt_5_2:Output", "14"),
            ("LanguageModel:Budget:RunUsd", "2.50"), ("Planning:MaxCostUsd", "2"), ("Planning:MaxCostUsdPerDay", "20"),
            ("LanguageModel:Budget:RunTokens", "500000"), ("LanguageModel:Budget:Projects:SHOP:MonthUsd", "100"));

        var budget = LanguageModelSettings.Terms(LanguageModelSettings.Read(configuration)!, configuration).Budget;

        Assert.Equal(new SpendingLimit(2, 500_000), budget.Run);
        Assert.Equal(new SpendingLimit(20, null), budget.Day);
        Assert.Equal(new SpendingLimit(100, null), budget.Projects["shop"]);
    }

    [Theory]
    [InlineData("LanguageModel:Budget:RunUsd", "NaN", "LanguageModel__Budget__RunUsd is no number")]
    [InlineData("LanguageModel:Budget:DayTokens", "many", "LanguageModel__Budget__DayTokens is no number")]
    [InlineData("LanguageModel:Budget:Projects:SHOP:MonthUsd", "Infinity", "LanguageModel__Budget__Projects__SHOP__MonthUsd is no number")]
    [InlineData("LanguageModel:Budget:RunUsd", "1", "no price of the deployment gpt-5.2")]
    [InlineData("Planning:MaxCostUsdPerDay", "1", "no price of the deployment gpt-5.2")]
    [InlineData("Planning:MaxCostUsd", "-1", "Planning__MaxCostUsd must be 0 to")]
    public void LimitThatHoldsNothing_IsRefusedAtTheStart(string key, string value, string expected)
    {
        var configuration = Configuration(("LanguageModel:Endpoint", Endpoint), ("LanguageModel:Deployments:Standard", "gpt-5.2"), (key, value));

        var fault = Assert.Throws<OptionsValidationException>(() => LanguageModelSettings.Read(configuration));

        Assert.Contains(fault.Failures, f => f.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void RulesThatAreChosen_LeaveTheModelAlone() => Assert.Null(LanguageModelSettings.Read(Configuration(
        ("LanguageModel:Endpoint", Endpoint), ("LanguageModel:Deployments:Standard", "gpt-5.2"), ("Planning:Model", "rules"))));

    private static LanguageModelOptions Good(Action<LanguageModelOptions>? change = null)
    {
        var options = new LanguageModelOptions { Endpoint = Endpoint, ApiKey = "secret-key", Deployments = new() { Standard = "gpt-5.2" } };
        change?.Invoke(options);
        return options;
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
