using Planner.Integrations.Jira.Resilience;
using Planner.Integrations.Resilience;

namespace Planner.Integrations.Jira.Rest;

/// <summary>
/// A thin typed client of Jira's interface, Cloud and Data Center alike. Every call may throw a <see cref="JiraException"/>
/// that is named by its cause and says whether trying again helps; transient faults have been tried again by then.
/// </summary>
public sealed class JiraClient : IDisposable
{
    private readonly HttpClient http;
    private readonly JiraRoot root;
    private readonly JiraSite site;

    /// <summary>A client with connections of its own; one for each Jira is enough.</summary>
    /// <param name="options">Validated.</param>
    /// <param name="time">For pauses and time-outs.</param>
    public JiraClient(JiraOptions options, TimeProvider time)
        : this(options, time, Sockets())
    {
    }

    internal JiraClient(JiraOptions options, TimeProvider time, HttpMessageHandler inner)
    {
        root = new(options);
        var bounded = new BoundedBodyHandler(options.MaxResponseBytes, () => TooLarge(options.MaxResponseBytes)) { InnerHandler = inner };
        http =
            new(new ResilienceHandler(options, time) { InnerHandler = new TelemetryHandler { InnerHandler = bounded } }) { Timeout = Timeout.InfiniteTimeSpan };
        var transport = new JiraTransport(http, root);
        site = new(transport);
        Issues = new(transport, site);
        Comments = new(transport, site, options.CommentRole);
        Search = new(transport, site);
        Attachments = new(transport, site);
        Pages = new(transport, site);
        Roles = new(transport, site);
    }

    /// <summary>Issues.</summary>
    public JiraIssues Issues { get; }

    /// <summary>Comments.</summary>
    public JiraComments Comments { get; }

    /// <summary>Searches.</summary>
    public JiraSearch Search { get; }

    /// <summary>Files at issues.</summary>
    public JiraAttachments Attachments { get; }

    /// <summary>Pages of the site's wiki.</summary>
    public ConfluencePages Pages { get; }

    /// <summary>Roles in projects.</summary>
    public JiraRoles Roles { get; }

    /// <summary>Which product answers; asked once.</summary>
    public Task<JiraServer> Server(CancellationToken cancellation) => site.Server(cancellation);

    /// <summary>Whose credentials these are; asked once.</summary>
    public Task<JiraUser> Myself(CancellationToken cancellation) => site.Myself(cancellation);

    /// <summary>Somebody, by account id on Cloud and by user name on Data Center.</summary>
    /// <exception cref="JiraNotFoundException">There is nobody of that name, or this account may not see them.</exception>
    public Task<JiraUser> Person(string account, CancellationToken cancellation) => site.Person(account, cancellation);

    /// <summary>Where people open an issue, or a comment of it; never the gateway.</summary>
    public Uri Browse(string key, string? comment = null) => root.Browse(key, comment);

    /// <inheritdoc />
    public void Dispose()
    {
        http.Dispose();
        site.Dispose();
    }

    private static JiraAnswerTooLargeException TooLarge(int maxBytes) =>
        new($"Jira's answer has more than {maxBytes / 1024} KB: raise Jira__MaxResponseBytes if such an issue is to be read.");

    /// <summary>No redirects and no cookies: credentials go to the configured address and nowhere else.</summary>
    private static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
