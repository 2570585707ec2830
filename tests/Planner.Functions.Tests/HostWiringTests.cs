using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Planner.Functions.Tests;

public sealed class HostWiringTests
{
    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        ["Artifacts:Path"] = Path.GetTempPath(),
        ["Tickets:Folder"] = Path.GetTempPath(),
    };

    public static TheoryData<Type> FunctionClasses =>
        [.. typeof(PlannerServices).Assembly.GetTypes().Where(type => type.GetMethods().Any(m => m.GetCustomAttribute<FunctionAttribute>() is not null))];

    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public async Task FunctionClass_IsMadeFromWhatTheHostRegisters(Type type)
    {
        await using var services = Services(Settings);

        Assert.NotNull(ActivatorUtilities.CreateInstance(services, type));
    }

    [Fact]
    public void MissingSetting_IsNamedAsPeopleWriteIt()
    {
        var settings = new Dictionary<string, string?>(Settings, StringComparer.Ordinal) { ["Artifacts:Path"] = null };

        var fault = Assert.Throws<OptionsValidationException>(() => Services(settings));

        Assert.Contains("Artifacts__Path", fault.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddLogging().AddPlanner(configuration).BuildServiceProvider();
    }
}
