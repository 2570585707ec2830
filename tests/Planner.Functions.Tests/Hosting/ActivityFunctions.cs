using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Planner.Functions.Durable;

namespace Planner.Functions.Tests.Hosting;

/// <summary>The functions of the app, by name; an activity gets what its parameters ask for, as from the host.</summary>
internal static class ActivityFunctions
{
    /// <summary>Names of the functions that have a parameter with the trigger.</summary>
    public static IEnumerable<string> Names<TTrigger>()
        where TTrigger : Attribute => All<TTrigger>().Select(f => f.Name).Order(StringComparer.Ordinal);

    /// <summary>Runs an activity through its function.</summary>
    public static Task<DurableStepOutcome> Run(
        IServiceProvider services,
        string name,
        StepMessage message,
        DurableTaskClient durable,
        CancellationToken stopping)
    {
        var method = All<ActivityTriggerAttribute>().Single(f => f.Name == name).Method;
        object?[] given = [message, durable, new Invocation(stopping)];
        return (Task<DurableStepOutcome>)method.Invoke(
            ActivatorUtilities.CreateInstance(services, method.DeclaringType!),
            [.. method.GetParameters().Select(p => given.Single(p.ParameterType.IsInstanceOfType))])!;
    }

    private static IEnumerable<(string Name, MethodInfo Method)> All<TTrigger>()
        where TTrigger : Attribute => typeof(PlannerServices).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods())
        .Where(m => m.GetParameters().Any(p => p.GetCustomAttribute<TTrigger>() is not null))
        .Select(m => (m.GetCustomAttribute<FunctionAttribute>()!.Name, m));
}
