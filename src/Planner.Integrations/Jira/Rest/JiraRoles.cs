using System.Text.Json;

namespace Planner.Integrations.Jira.Rest;

/// <summary>Roles of people in projects.</summary>
public sealed class JiraRoles
{
    private readonly JiraTransport transport;
    private readonly JiraSite site;

    internal JiraRoles(JiraTransport transport, JiraSite site) => (this.transport, this.site) = (transport, site);

    /// <summary>
    /// Whether an account holds a role, by itself or by a group. False where the project has no such role. Groups are looked
    /// into one by one; where this account may not see their members, that is an error and no "no".
    /// </summary>
    /// <param name="project">Its key.</param>
    /// <param name="role">The role's name, as people see it.</param>
    /// <param name="account">A <see cref="JiraUser.Id"/>.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    /// <exception cref="JiraPermissionException">This account may not see the project's roles.</exception>
    public async Task<bool> Holds(string project, string role, string account, CancellationToken cancellation)
    {
        var path = $"{await site.Api(cancellation)}/project/{JiraCall.Part(project)}/role";
        var roles = await transport.Send(new(HttpMethod.Get, path, $"reading the roles of {project}") { Subject = JiraSubject.Project }, cancellation);
        if (RoleId(roles, role) is not { } id)
        {
            return false;
        }

        var holders = await transport.Send(
            new(HttpMethod.Get, $"{path}/{JiraCall.Part(id)}", $"reading who has the role {role} in {project}") { Subject = JiraSubject.Project },
            cancellation);
        var actors = holders.Items("actors").ToList();
        var names = await Names(account, cancellation);
        if (actors.Exists(a => IsAccount(a, names)))
        {
            return true;
        }

        foreach (var group in actors.Select(Group).Where(g => g.Length > 0))
        {
            if (await IsMember(group, names, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Roles are listed by name with their addresses, of which the last part is the id; the address itself is not called.</summary>
    private static string? RoleId(JsonElement roles, string name) => roles.ValueKind != JsonValueKind.Object ? null : roles.EnumerateObject()
        .Where(r => r.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && r.Value.ValueKind == JsonValueKind.String)
        .Select(r => r.Value.GetString()!.Split('/')[^1])
        .FirstOrDefault(i => i.Length > 0 && i.All(char.IsAsciiDigit));

    /// <summary>On Data Center roles and groups name people, whose accounts are keys.</summary>
    private async Task<string[]> Names(string account, CancellationToken cancellation)
    {
        if ((await site.Server(cancellation)).Deployment == JiraDeployment.Cloud)
        {
            return [account];
        }

        var user = await transport.Send(
            new(HttpMethod.Get, $"rest/api/2/user?key={JiraCall.Part(account)}", "reading who somebody is") { Subject = JiraSubject.Person }, cancellation);
        return user.Text("name") is { Length: > 0 } name ? [account, name] : [account];
    }

    private static bool IsAccount(JsonElement actor, string[] names) =>
        actor.Text("type") == "atlassian-user-role-actor"
        && (names.Contains(actor.Object("actorUser")?.Text("accountId") ?? "", StringComparer.Ordinal)
            || names.Contains(actor.Text("name"), StringComparer.Ordinal));

    private static string Group(JsonElement actor) => actor.Object("actorGroup") is { } group
        ? group.Text("name")
        : actor.Text("type") == "atlassian-group-role-actor" ? actor.Text("name") : "";

    private async Task<bool> IsMember(string group, string[] names, CancellationToken cancellation)
    {
        var from = 0;
        while (true)
        {
            var page = await transport.Send(
                new(
                    HttpMethod.Get,
                    $"{await site.Api(cancellation)}/group/member?groupname={JiraCall.Part(group)}&startAt={JiraShapes.Text(from)}&maxResults=50",
                    $"reading the members of {group}")
                {
                    Subject = JiraSubject.Group,
                },
                cancellation);
            var people = page.Items("values").Select(v => JiraShapes.User(v)).OfType<JiraUser>().ToList();
            if (people.Exists(p => names.Contains(p.Id, StringComparer.Ordinal) || names.Contains(p.Name, StringComparer.Ordinal)))
            {
                return true;
            }

            from += people.Count;
            if (people.Count == 0 || from >= JiraShapes.Number(page, "total", 0))
            {
                return false;
            }
        }
    }
}
