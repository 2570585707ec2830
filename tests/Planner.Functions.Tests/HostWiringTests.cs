using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Planner.Api.Events;
using Planner.Durability;
using Planner.Functions.Tests.Hosting;
using Planner.Testing.Repository;

namespace Planner.Functions.Tests;

public sealed class HostWiringTests : IDisposable
{
    private static readonly (string, string?)[] Jira =
        [("Jira:BaseUrl", "https://team.atlassian.net"), ("Jira:Email", "bot@example.com"), ("Jira:ApiToken", "token"), ("Jira:WebhookSecret", "secret")];

    private readonly HostPlace place = new(TaskHubs.InMemory(), inMemory: true, "UseDevelopmentStorage=true");

    public static TheoryData<Type> FunctionClasses =>
        [.. typeof(PlannerServices).Assembly.GetTypes().Where(type => type.GetMethods().Any(m => m.GetCustomAttribute<FunctionAttribute>() is not null))];

    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public async Task FunctionClass_IsMadeFromWhatTheHostRegisters(Type type)
    {
        await using var app = App();

        Assert.NotNull(ActivatorUtilities.CreateInstance(app.Services, type));
    }

    [Fact]
    public async Task EveryStepAndWorkflow_HasItsFunction()
    {
        await using var app = App(Jira);
        var catalog = app.Services.GetRequiredService<WorkflowCatalog>();

        Assert.Equal(catalog.StepNames, ActivityFunctions.Names<ActivityTriggerAttribute>());
        Assert.Equal(catalog.WorkflowNames, ActivityFunctions.Names<OrchestrationTriggerAttribute>());
    }

    [Fact]
    public void ReferenceToKeyVaultThatWasNotResolved_IsNoSecret()
    {
        var fault = Assert.Throws<OptionsValidationException>(() =>
            App([.. Jira, ("Jira:WebhookSecret", "@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s)")]));

        Assert.StartsWith("Jira__WebhookSecret is a reference to Key Vault", Assert.Single(fault.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Artifacts:Path", "Artifacts__Path")]
    [InlineData("Codebases:shop:Path", "Codebases__shop__Path")]
    [InlineData("Tickets:Folder", "Tickets__Folder")]
    [InlineData("AzureWebJobsStorage", "AzureWebJobsStorage__accountName")]
    public void MissingSetting_IsNamedAsPeopleWriteIt(string setting, string told)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => App((setting, "")));

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutKeysOrAFrontDoor_TheHostDoesNotStartAndSaysWhy()
    {
        (string, string?)[] nobody = [("Api:Keys:0:Name", null), ("Api:Keys:0:Hash", null), ("Api:Keys:0:Role", null)];

        var fault = Assert.Throws<OptionsValidationException>(() => App(nobody));
        var trusting = Assert.Throws<OptionsValidationException>(() => App([.. nobody, ("Api:TrustAppServiceAuthentication", "true")]));

        Assert.Contains("no key is set up: set Api__Keys__0__Name", fault.Message, StringComparison.Ordinal);
        Assert.Contains("or switch App Service authentication on", fault.Message, StringComparison.Ordinal);
        Assert.Contains("does not run on App Service with authentication switched on", trusting.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FrontDoorOfAppService_IsEnough()
    {
        await using var app = App(
            ("Api:Keys:0:Name", null), ("Api:Keys:0:Hash", null), ("Api:Keys:0:Role", null),
            ("Api:TrustAppServiceAuthentication", "true"), ("WEBSITE_INSTANCE_ID", "i"), ("WEBSITE_AUTH_ENABLED", "True"));

        Assert.NotNull(app.Services.GetRequiredService<Planner.Api.PlannerPipeline>());
    }

    [Fact]
    public async Task HostJson_AddsNoPrefix_AndLetsEventStreamsEndByThemselves()
    {
        await using var app = App();
        var host =
            JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "host.json"), TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal("", host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.InRange(app.Services.GetRequiredService<EventPace>().Longest, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(90));
        Assert.True(app.Services.GetRequiredService<EventPace>().Longest < TimeSpan.Parse(host.GetProperty("functionTimeout").GetString()!, null));
    }

    [Fact]
    public async Task ClientThatNobodyLent_IsAFaultThatNamesTheCause()
    {
        await using var app = App();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => app.Services
            .GetRequiredService<IWorkflowClient>()
            .Get("SHOP-7-t1", TestContext.Current.CancellationToken));

        Assert.Contains("[DurableClient]", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => place.Dispose();

    private WebApplication App(params (string Name, string? Value)[] settings)
    {
        // What is set last counts; what is set to nothing is not there.
        var all = place.Settings.Concat(settings).GroupBy(s => s.Name, StringComparer.Ordinal).Select(g => g.Last()).Where(s => s.Value is not null);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(all.Select(s => KeyValuePair.Create(s.Name, s.Value)));
        builder.WebHost.UseKestrelCore();
        builder.Services.AddLogging().AddPlanner(builder.Configuration);
        return builder.Build();
    }
}
