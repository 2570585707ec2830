using Microsoft.Extensions.Options;

namespace Planner.Integrations.Notifications;

/// <summary>Says what is wrong with the section <c>Notifications</c> and how to mend it; never shows the address.</summary>
public sealed class NotificationOptionsValidator : IValidateOptions<NotificationOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, NotificationOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>One line each; none where the section is right or empty.</summary>
    public static IEnumerable<string> Problems(NotificationOptions options)
    {
        if (options.IsConfigured && AddressProblem(options) is { } wrong)
        {
            yield return $"Notifications__WebhookUrl {wrong}";
        }

        if (options.AttemptTimeout < TimeSpan.FromSeconds(1) || options.AttemptTimeout > TimeSpan.FromMinutes(1))
        {
            yield return "Notifications__AttemptTimeout must lie between 00:00:01 and 00:01:00.";
        }

        if (options.Timeout < options.AttemptTimeout || options.Timeout > TimeSpan.FromMinutes(5))
        {
            yield return "Notifications__Timeout must lie between Notifications__AttemptTimeout and 00:05:00.";
        }
    }

    private static string? AddressProblem(NotificationOptions options)
    {
        if (!Uri.TryCreate(options.WebhookUrl!.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            return "is no web address: paste the address of a Slack incoming webhook or of a Teams workflow, which begins with https://.";
        }

        if (address.Scheme == "http" && !address.IsLoopback)
        {
            return "is not encrypted, and it is a secret: use https.";
        }

        if (address.UserInfo.Length > 0)
        {
            return "holds a user name or password: the address alone is the secret.";
        }

        if (WebhookHosts.IsRetired(address))
        {
            return "belongs to an Office 365 connector, which Teams has retired: in the channel choose Workflows, \"Post to a channel when a webhook request "
                + "is received\", and paste the address that it shows.";
        }

        return options.Kind is null && WebhookHosts.Kind(address) is null
            ? "does not tell by its host whether Slack or Teams is behind it: set Notifications__Kind to Slack or Teams."
            : null;
    }
}
