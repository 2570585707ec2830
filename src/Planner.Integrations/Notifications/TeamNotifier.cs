using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Settings;

namespace Planner.Integrations.Notifications;

/// <summary>The one way in which hosts come to a notifier.</summary>
public static class TeamNotifier
{
    /// <summary>The notifier of the section <c>Notifications</c>, which is checked; null where no address is set. Nothing is called.</summary>
    /// <param name="configuration">The host's.</param>
    /// <param name="time">For pauses and time-outs.</param>
    /// <param name="planner">Where people open runs, ending with a slash; null: no link to the run.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong; each failure says how to mend it and shows no secret.</exception>
    public static WebhookNotifier? Open(IConfiguration configuration, TimeProvider time, Uri? planner)
    {
        var options = BoundSection.Bind<NotificationOptions>(
            configuration, NotificationOptions.Section, o => new NotificationOptionsValidator().Validate(null, o).Failures ?? []);
        return options.IsConfigured ? new WebhookNotifier(options, time, planner) : null;
    }
}
