using Microsoft.Extensions.DependencyInjection;
using Planner.Core.Artifacts;
using Planner.Core.Events;
using Planner.Core.Planning.Replanning;
using Planner.Core.Tickets;
using Planner.Durability;
using Planner.Integrations.Jira;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Tickets;
using Planner.Integrations.Jira.Webhooks;

namespace Planner.Integrations.Hosting;

/// <summary>A live Jira: tickets, what is said on them, and what it tells.</summary>
internal static class JiraServices
{
    public static IServiceCollection AddJira(this IServiceCollection services, JiraOptions jira, TriggerPolicy triggers, Uri? planner)
    {
        var policy = triggers.With(jira);
        // Deliveries are taken where a secret was agreed; without one nobody could prove to be Jira.
        if (!string.IsNullOrEmpty(jira.WebhookSecret))
        {
            services.AddSingleton<IDeliveryReader>(new JiraDeliveries(jira.WebhookSecret, policy));
        }

        return services
            .AddSingleton(provider => new JiraClient(jira, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<ITicketTracker>(provider => new JiraTicketTracker(provider.GetRequiredService<JiraClient>(), planner, jira))
            .AddSingleton(provider => new EventPorts
            {
                Conversation = new JiraConversation(provider.GetRequiredService<JiraClient>()),
                Client = provider.GetRequiredService<IWorkflowClient>(),
                Desk = new AnswerService(
                    provider.GetRequiredService<IWorkflowClient>(),
                    provider.GetRequiredService<IInbox>(),
                    provider.GetRequiredService<IArtifactStore>()),
                FollowUps = new FollowUps(
                    provider.GetRequiredService<IWorkflowClient>(),
                    provider.GetRequiredService<IInbox>(),
                    provider.GetRequiredService<IArtifactStore>()),
                Tracker = provider.GetRequiredService<ITicketTracker>(),
                Policy = policy,
            });
    }
}
