using Microsoft.Extensions.DependencyInjection;
using Planner.Core.Artifacts;
using Planner.Core.Conversation;
using Planner.Core.Events;
using Planner.Core.Grounding.Facts;
using Planner.Core.Planning;
using Planner.Core.Planning.Runs;
using Planner.Core.Specialists;
using Planner.Core.Text.Secrets;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Hosting;

/// <summary>The stories and their steps, bound to what a host was given.</summary>
public static class PlanningServices
{
    /// <summary>The key under which the specialist stands that thinks by rules alone.</summary>
    public const string ByRules = "rules";

    /// <summary>
    /// Adds <see cref="PlanningPorts"/> and the <see cref="WorkflowCatalog"/>. The host adds tickets, code bases, specialists and a
    /// store, and <see cref="IWorkflowClient"/>, <see cref="IInbox"/> and <see cref="IJournal"/>; a <see cref="Redactor"/> where it has one.
    /// </summary>
    /// <param name="services">The host's.</param>
    /// <param name="sourceDate">The one time that is written, or null for the clock's.</param>
    public static IServiceCollection AddPlannerStories(this IServiceCollection services, DateTimeOffset? sourceDate) => services
        .AddSingleton(provider => new PlanningPorts
        {
            Tracker = provider.GetRequiredService<ITicketTracker>(),
            Codebase = provider.GetRequiredService<ICodebaseReader>(),
            Database = provider.GetService<ISchemaReader>(),
            Panel = provider.GetRequiredService<SpecialistPanel>(),
            Specialist = provider.GetRequiredService<Thinkers>().Specialist,
            Analyst = provider.GetRequiredService<Thinkers>().Analyst,
            Auditor = provider.GetRequiredService<Thinkers>().Auditor,
            Rules = provider.GetRequiredKeyedService<ISpecialist>(ByRules),
            Criteria = provider.GetRequiredService<ICriteriaAssigner>(),
            Store = provider.GetRequiredService<IArtifactStore>(),
            Inbox = provider.GetRequiredService<IInbox>(),
            Journal = provider.GetRequiredService<IJournal>(),
            Notifier = provider.GetService<INotifier>(),
            SourceDate = sourceDate,
            Redactor = provider.GetService<Redactor>() ?? Redactor.Bare,
        })
        .AddSingleton(Catalog);

    private static WorkflowCatalog Catalog(IServiceProvider provider)
    {
        var catalog = new WorkflowCatalog().AddPlanning(provider.GetRequiredService<PlanningPorts>());
        return provider.GetService<EventPorts>() is { } events ? catalog.AddEvents(events) : catalog;
    }
}
