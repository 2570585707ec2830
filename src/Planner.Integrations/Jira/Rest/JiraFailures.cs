using Planner.Core.Tickets;

namespace Planner.Integrations.Jira.Rest;

/// <summary>A call to Jira failed. The message is one line that names the call and what helps; it holds no secret.</summary>
public abstract class JiraException(string message, bool retryHelps, Exception? inner = null) : TicketTrackerException(message, retryHelps, inner)
{
    /// <summary>True where the call may have taken effect although no good answer came.</summary>
    public virtual bool MayHaveTakenEffect => false;
}

/// <summary>No answer: no connection, one that broke, or none in time. Trying again later helps.</summary>
public sealed class JiraUnreachableException(string message, bool mayHaveTakenEffect, Exception? inner = null) : JiraException(message, retryHelps: true, inner)
{
    /// <inheritdoc />
    public override bool MayHaveTakenEffect => mayHaveTakenEffect;
}

/// <summary>Jira answered that it cannot answer now (408, 425, 5xx), or failed so often that calls to it are paused.</summary>
public sealed class JiraUnavailableException(string message, bool mayHaveTakenEffect, Exception? inner = null) : JiraException(message, retryHelps: true, inner)
{
    /// <inheritdoc />
    public override bool MayHaveTakenEffect => mayHaveTakenEffect;
}

/// <summary>Too many calls (429), also after waiting as told.</summary>
public sealed class JiraRateLimitedException(string message) : JiraException(message, retryHelps: true);

/// <summary>The credentials are wrong, expired or missing (401).</summary>
public sealed class JiraCredentialsException(string message) : JiraException(message, retryHelps: false);

/// <summary>The account may not do this (403, and the 400s that mean the same).</summary>
public sealed class JiraPermissionException(string message) : JiraException(message, retryHelps: false);

/// <summary>
/// What was asked for is not there, or the account may not see it (404). Where a comment went away a moment ago, trying again
/// helps: the next attempt looks first.
/// </summary>
public sealed class JiraNotFoundException(string message, JiraSubject subject) : JiraException(message, retryHelps: subject == JiraSubject.Comment)
{
    /// <summary>What was asked for; never <see cref="JiraSubject.Route"/>.</summary>
    public JiraSubject Subject { get; } = subject;
}

/// <summary>Jira does not take what was sent (400, 409, 413, 415, 422).</summary>
public sealed class JiraRejectedException(string message, int status, bool retryHelps = false) : JiraException(message, retryHelps)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;
}

/// <summary>The route is not there (404), switched off (410) or leads elsewhere (3xx): the address is not that of a Jira that this version knows.</summary>
public sealed class JiraAddressException(string message) : JiraException(message, retryHelps: false);

/// <summary>
/// An answer that is not what Jira's interface gives: a page of HTML, broken JSON. Proxies and log-in pages do that, often
/// only for a while, so that trying again may help.
/// </summary>
public sealed class JiraAnswerException(string message, Exception? inner = null) : JiraException(message, retryHelps: true, inner)
{
    /// <inheritdoc />
    public override bool MayHaveTakenEffect => true;
}

/// <summary>The answer is longer than is read.</summary>
public sealed class JiraAnswerTooLargeException(string message) : JiraException(message, retryHelps: false)
{
    /// <inheritdoc />
    public override bool MayHaveTakenEffect => true;
}
