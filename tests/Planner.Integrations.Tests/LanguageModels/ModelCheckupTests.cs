using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Planner.Core.Events;
using Planner.Core.LanguageModels;
using Planner.Integrations.Hosting;
using Planner.Integrations.LanguageModels;
using Planner.Testing.LanguageModels;
using Xunit;

namespace Planner.Integrations.Tests.LanguageModels;

/// <summary>What <c>planner doctor</c> finds out, and what hosts are given.</summary>
public sealed class ModelCheckupTests
{
    public static TheoryData<ModelReply, string> Faults => new()
    {
        { new ModelReply.Text("Yes, I am ready."), "does not keep to a strict schema" },
        { new ModelReply.Text("""{"ready":"yes"}"""), "does not keep to a strict schema" },
        { new ModelReply.Refusal("No."), "refuses a harmless question" },
        { new ModelReply.FilteredRequest("hate"), "refuses a harmless question" },
        { new ModelReply.NoChoice(), "answers without content" },
        { new ModelReply.Status(404, "DeploymentNotFound"), "LanguageModel__Deployments__Standard" },
    };

    [Fact]
    public async Task EachDeployment_IsAskedOnceAndToldWithWhatItKeeps()
    {
        await using var server = await ModelServer.Start(TimeProvider.System);
        var configuration = Configuration(
            server, ("LanguageModel:Deployments:Fast", "small"), ("LanguageModel:Prices:small:Input", "1"), ("LanguageModel:Prices:small:Output", "2"));

        var found = await ModelCheckup.Reach(configuration, TimeProvider.System, default);

        Assert.Matches(
            @"\Asmall answers as small-2026-11-01 in \d+ ms, strict schema ok; "
            + @"gpt answers as gpt-2026-11-01 in \d+ ms, strict schema ok, no price is set\z",
            found);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task ModelThatReasonsTooLong_IsTold()
    {
        await using var server = await ModelServer.Start(TimeProvider.System);
        server.Then(new ModelReply.CutOff(""));

        Assert.Contains("cut off", await ModelCheckup.Reach(Configuration(server), TimeProvider.System, default), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task DeploymentThatCannotBeUsed_SaysWhatToMend(ModelReply reply, string expected)
    {
        await using var server = await ModelServer.Start(TimeProvider.System);
        server.Then(reply);

        var fault = await Assert.ThrowsAsync<ModelRequestException>(() => ModelCheckup.Reach(Configuration(server), TimeProvider.System, default));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoModel_IsNotSetUp() =>
        Assert.Null(await ModelCheckup.Reach(new ConfigurationBuilder().Build(), TimeProvider.System, default));

    [Fact]
    public async Task Host_IsGivenTheModelWhereOneIsConfigured()
    {
        await using var server = await ModelServer.Start(TimeProvider.System);
        await using var with = Host(Configuration(server, ("LanguageModel:Prices:gpt:Input", "1"), ("LanguageModel:Prices:gpt:Output", "2")));
        await using var without = Host(Configuration(server, ("Planning:Model", "rules")));

        Assert.Equal("openai", with.GetRequiredService<ILanguageModel>().Kind);
        Assert.Equal(new ModelPrice(1, 1, 0, 2), with.GetRequiredService<ModelTerms>().Prices.ByDeployment["gpt"]);
        Assert.Null(without.GetService<ILanguageModel>());
    }

    private static ServiceProvider Host(IConfiguration configuration) => new ServiceCollection()
        .AddLogging()
        .AddPlannerIntegrations(configuration, new TriggerPolicy(), data: Path.GetTempPath())
        .BuildServiceProvider();

    private static IConfiguration Configuration(ModelServer server, params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["LanguageModel:Endpoint"] = server.Endpoint,
            ["LanguageModel:ApiKey"] = ModelServer.Key,
            ["LanguageModel:Deployments:Standard"] = "gpt",
            ["Tickets:Folder"] = Path.GetTempPath(),
        })
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
        .Build();
}
