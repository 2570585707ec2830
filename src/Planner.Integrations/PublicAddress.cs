using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Planner.Integrations;

/// <summary>Where people open this server: the setting <c>Api__PublicUrl</c>. Comments and messages link to runs there.</summary>
public static class PublicAddress
{
    private const string Key = "Api:PublicUrl";

    /// <summary>The address, ending with a slash; null where none is set, and nothing is linked then.</summary>
    /// <exception cref="OptionsValidationException">It is no address that people could open; the failure says how to mend it.</exception>
    public static Uri? Read(IConfiguration configuration)
    {
        if (configuration[Key]?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            && address is { Scheme: "https" or "http", UserInfo: "", Query: "", Fragment: "" }
            ? address
            : throw new OptionsValidationException(
                "Api",
                typeof(PublicAddress),
                ["Api__PublicUrl is no web address: set it to where people open this server, like https://planner.example.com, without a user name, query "
                    + "or fragment."]);
    }

    /// <summary>Where people open a run.</summary>
    /// <param name="planner">What <see cref="Read"/> returned.</param>
    /// <param name="runId">The run.</param>
    public static Uri Run(Uri planner, string runId) => new(planner, $"runs/{Uri.EscapeDataString(runId)}");
}
