using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Planner.Functions.Tests.Durable;
using Planner.Functions.Triggers;

namespace Planner.Functions.Tests.Planning;

public sealed class StepFunctionTests
{
    [Fact]
    public void EveryStepAndWorkflow_HasItsFunction()
    {
        using var place = new PlanningPlace();
        var catalog = place.Catalog(new MemoryInbox(), new MemoryJournal());

        Assert.Equal(catalog.StepNames, Names(typeof(StepFunctions)));
        Assert.Equal(catalog.WorkflowNames, Names(typeof(StoryFunctions)));
    }

    private static IEnumerable<string> Names(Type functions) =>
        functions.GetMethods().Select(m => m.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>().Order(StringComparer.Ordinal);
}
