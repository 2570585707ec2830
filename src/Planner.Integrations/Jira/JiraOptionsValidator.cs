using Microsoft.Extensions.Options;

namespace Planner.Integrations.Jira;

/// <summary>Says what is wrong with the section <c>Jira</c> and how to mend it; never shows a secret.</summary>
public sealed class JiraOptionsValidator : IValidateOptions<JiraOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, JiraOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>One line each; none where the section is right or empty.</summary>
    public static IEnumerable<string> Problems(JiraOptions options)
    {
        if (!options.IsConfigured)
        {
            return IsSignedIn(options) ? ["Jira__BaseUrl is missing: set it to where people open Jira, like https://team.atlassian.net."] : [];
        }

        return AddressProblems(options).Concat(SignInProblems(options)).Concat(AfterwardsProblems(options)).Concat(LimitProblems(options));
    }

    private static bool IsSignedIn(JiraOptions options) =>
        Has(options.Email) || Has(options.ApiToken) || Has(options.PersonalAccessToken) || Has(options.CloudId);

    private static IEnumerable<string> AddressProblems(JiraOptions options)
    {
        if (AddressProblem(options.BaseUrl) is { } wrong)
        {
            yield return $"Jira__BaseUrl {wrong}";
        }

        if (Has(options.CloudId) && AddressProblem(options.GatewayUrl) is { } gateway)
        {
            yield return $"Jira__GatewayUrl {gateway}";
        }

        if (Has(options.CloudId) && !options.CloudId!.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            yield return "Jira__CloudId is no id: take `cloudId` from https://YOUR-SITE.atlassian.net/_edge/tenant_info.";
        }
    }

    private static IEnumerable<string> SignInProblems(JiraOptions options)
    {
        if (Has(options.PersonalAccessToken) && (Has(options.ApiToken) || Has(options.CloudId)))
        {
            yield return "Jira__PersonalAccessToken is for Data Center, Jira__ApiToken and Jira__CloudId are for Cloud: keep one kind.";
        }
        else if (!Has(options.PersonalAccessToken) && !Has(options.ApiToken))
        {
            yield return "Jira has no credentials: set Jira__Email and Jira__ApiToken for Cloud, or Jira__PersonalAccessToken for Data Center.";
        }
        else if (Has(options.ApiToken) && !Has(options.Email) && !Has(options.CloudId))
        {
            yield return "Jira__Email is missing: an API token belongs to an account. For an OAuth 2 token set Jira__CloudId.";
        }

        if (Has(options.Email) && options.Email!.Contains(':', StringComparison.Ordinal))
        {
            yield return "Jira__Email is no e-mail address: it holds a colon.";
        }

        if (new[] { options.Email, options.ApiToken, options.PersonalAccessToken }.Any(s => s is not null && s.Any(char.IsControl)))
        {
            yield return "Jira__Email, Jira__ApiToken or Jira__PersonalAccessToken holds a line end or another control character: paste it again.";
        }
    }

    private static IEnumerable<string> AfterwardsProblems(JiraOptions options)
    {
        if (Has(options.Label) && (options.Label!.Length > 255 || options.Label.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))))
        {
            yield return "Jira__Label must be at most 255 characters without a space, as Jira's labels are.";
        }

        foreach (var (key, status) in new[] { ("TransitionTo", options.TransitionTo), ("TransitionToOnAttention", options.TransitionToOnAttention) })
        {
            if (Has(status) && options.IsTrigger(status!))
            {
                yield return $"Jira__{key} is a status that starts plans, so that a plan would start the next one: choose another, or take it out of "
                    + $"Jira__TriggerStatuses.";
            }
        }
    }

    private static IEnumerable<string> LimitProblems(JiraOptions options)
    {
        if (options.AttemptTimeout < TimeSpan.FromSeconds(1) || options.AttemptTimeout > TimeSpan.FromMinutes(5))
        {
            yield return "Jira__AttemptTimeout must lie between 00:00:01 and 00:05:00.";
        }

        if (options.TotalTimeout < options.AttemptTimeout || options.TotalTimeout > TimeSpan.FromHours(1))
        {
            yield return "Jira__TotalTimeout must lie between Jira__AttemptTimeout and 01:00:00.";
        }

        if (options.Retries is < 0 or > 10)
        {
            yield return "Jira__Retries must lie between 0 and 10.";
        }

        if (options.Concurrency is < 1 or > 100)
        {
            yield return "Jira__Concurrency must lie between 1 and 100.";
        }

        if (options.MaxResponseBytes is < 65_536 or > 67_108_864)
        {
            yield return "Jira__MaxResponseBytes must lie between 65536 and 67108864.";
        }
    }

    private static string? AddressProblem(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            return "is no web address: set it to where people open Jira, like https://team.atlassian.net.";
        }

        if (uri.UserInfo.Length > 0)
        {
            return "holds a user name or password: put them into Jira__Email and Jira__ApiToken.";
        }

        if (uri.Query.Length > 0
            || uri.Fragment.Length > 0
            || uri.AbsolutePath.Contains("/browse/", StringComparison.Ordinal)
            || uri.AbsolutePath.Contains("/rest/", StringComparison.Ordinal))
        {
            return "is the address of a page: keep what stands before /browse, /rest or a question mark.";
        }

        return uri.Scheme == "http" && !uri.IsLoopback ? "is not encrypted and would send the token readable: use https." : null;
    }

    private static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);
}
