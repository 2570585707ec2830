using System.Text.Json;

namespace Planner.Integrations.Jira.Rest;

/// <summary>Finds out, once, which product answers and who this account is. What failed is asked again by the next call.</summary>
internal sealed class JiraSite(JiraTransport transport) : IDisposable
{
    private readonly SemaphoreSlim asking = new(1);
    private JiraServer? server;
    private JiraUser? myself;

    public Task<JiraServer> Server(CancellationToken cancellation) => Once(() => server, s => server = s, AskServer, cancellation);

    public async Task<JiraUser> Myself(CancellationToken cancellation)
    {
        var api = await Api(cancellation);
        return await Once(() => myself, m => myself = m, c => AskMyself(api, c), cancellation);
    }

    /// <summary>Somebody, by what a mention needs.</summary>
    public async Task<JiraUser> Person(string account, CancellationToken cancellation)
    {
        var isCloud = (await Server(cancellation)).Deployment == JiraDeployment.Cloud;
        var query = $"{(isCloud ? "accountId" : "username")}={JiraCall.Part(account)}";
        var said = await transport.Send(
            new(HttpMethod.Get, $"{await Api(cancellation)}/user?{query}", "reading who somebody is") { Subject = JiraSubject.Person },
            cancellation);
        return JiraShapes.User(said) is { Id.Length: > 0 } user
            ? user
            : throw new JiraNotFoundException("Jira does not say who that is.", JiraSubject.Person);
    }

    /// <summary>The interface's root for this product: v3 speaks ADF and v2 wiki markup.</summary>
    public async Task<string> Api(CancellationToken cancellation) =>
        (await Server(cancellation)).Deployment == JiraDeployment.Cloud ? "rest/api/3" : "rest/api/2";

    public void Dispose() => asking.Dispose();

    private async Task<T> Once<T>(Func<T?> known, Action<T> keep, Func<CancellationToken, Task<T>> ask, CancellationToken cancellation)
        where T : class
    {
        if (known() is { } already)
        {
            return already;
        }

        await asking.WaitAsync(cancellation);
        try
        {
            if (known() is { } meanwhile)
            {
                return meanwhile;
            }

            var answer = await ask(cancellation);
            keep(answer);
            return answer;
        }
        finally
        {
            asking.Release();
        }
    }

    private async Task<JiraServer> AskServer(CancellationToken cancellation)
    {
        // Scoped tokens may not ask, and only Cloud is behind the gateway.
        if (transport.Root.IsGateway)
        {
            return new(JiraDeployment.Cloud, "");
        }

        var said = await transport.Send(new(HttpMethod.Get, "rest/api/2/serverInfo", "asking which Jira this is"), cancellation);
        if (said.ValueKind != JsonValueKind.Object)
        {
            throw new JiraAnswerException($"What answers at {transport.Root.Api} is no Jira: check Jira__BaseUrl.");
        }

        var isCloud = said.Text("deploymentType").Equals("Cloud", StringComparison.OrdinalIgnoreCase);
        return new(isCloud ? JiraDeployment.Cloud : JiraDeployment.DataCenter, said.Text("version"));
    }

    private async Task<JiraUser> AskMyself(string api, CancellationToken cancellation)
    {
        var said = await transport.Send(new(HttpMethod.Get, $"{api}/myself", "asking who this account is"), cancellation);
        return JiraShapes.User(said) is { Id.Length: > 0 } user
            ? user
            : throw new JiraAnswerException("Jira does not say who this account is: check the credentials in the section Jira.");
    }
}
