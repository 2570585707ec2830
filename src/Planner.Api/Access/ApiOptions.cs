namespace Planner.Api.Access;

/// <summary>Who may call: the section <c>Api</c> (<c>Api__Keys__0__Name</c> and so on in the environment).</summary>
public sealed class ApiOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Api";

    /// <summary>Keys that callers show. At most 1,000; none by default.</summary>
    public IList<ApiKeyOptions> Keys { get; set; } = [];

    /// <summary>
    /// Takes callers from the headers of App Service authentication. They count only where the process runs on App Service
    /// with authentication switched on, since anybody else could send them. Default: false.
    /// </summary>
    public bool TrustAppServiceAuthentication { get; set; }

    /// <summary>Requests of one caller in a minute. 10 to 1,000,000, default 1,200.</summary>
    public int RequestsPerMinute { get; set; } = 1_200;

    /// <summary>Event streams that are open at once. 1 to 10,000, default 200.</summary>
    public int EventStreams { get; set; } = 200;
}

/// <summary>A key, known by its hash alone.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>Who holds it; stands beside decisions that are taken with it. 1 to 100 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>The key's sha256 in hex: <c>printf %s "$KEY" | sha256sum</c>.</summary>
    public string Hash { get; set; } = "";

    /// <summary>viewer, stakeholder or operator.</summary>
    public string Role { get; set; } = "";
}
