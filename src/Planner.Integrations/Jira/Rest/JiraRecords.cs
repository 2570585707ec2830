using System.Text.Json;

namespace Planner.Integrations.Jira.Rest;

/// <summary>Which product answers: they differ in version of the interface, in markup and in search.</summary>
public enum JiraDeployment
{
    /// <summary>REST v3 and ADF.</summary>
    Cloud,

    /// <summary>REST v2 and wiki markup; also the Server of old.</summary>
    DataCenter,
}

/// <summary>What the server says of itself.</summary>
public sealed record JiraServer(JiraDeployment Deployment, string Version);

/// <summary>A person or app.</summary>
/// <param name="Id">The account id on Cloud, the user's key or name on Data Center.</param>
/// <param name="Name">What a mention on Data Center needs; empty on Cloud.</param>
/// <param name="DisplayName">What people see.</param>
public sealed record JiraUser(string Id, string Name, string DisplayName);

/// <summary>A comment as it was read.</summary>
/// <param name="Id">Numeric.</param>
/// <param name="Author">Null where it was anonymised away.</param>
/// <param name="Body">ADF as an object, or wiki markup as a string.</param>
/// <param name="Created">As Jira writes it, empty where it does not.</param>
/// <param name="Updated">As Jira writes it, empty where it does not.</param>
public sealed record JiraComment(string Id, JiraUser? Author, JsonElement Body, string Created, string Updated);

/// <summary>Something to be done to an issue's status.</summary>
public sealed record JiraTransition(string Id, string Name, string ToStatus, string ToStatusId);

/// <summary>A file at an issue.</summary>
public sealed record JiraAttachment(string Id, string FileName, string MimeType, long Size, string Content);

/// <summary>Issues that a search found.</summary>
/// <param name="Issues">With the fields that were asked for.</param>
/// <param name="IsComplete">False where there are more than were wanted.</param>
public sealed record JiraFound(IReadOnlyList<JsonElement> Issues, bool IsComplete);

/// <summary>A link from an issue to something elsewhere.</summary>
/// <param name="GlobalId">The same id again replaces the link.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Title">What people see.</param>
/// <param name="Summary">A word more.</param>
public sealed record JiraRemoteLink(string GlobalId, Uri Url, string Title, string Summary);
