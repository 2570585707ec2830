using Planner.Integrations.Jira;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Tickets;
using Planner.Testing.Clock;
using Planner.Testing.Jira;

namespace Planner.Integrations.Tests.Jira;

/// <summary>A Jira, a client of it, and a clock for both that moves as soon as nobody works.</summary>
internal sealed class JiraBench : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    private readonly JiraOptions settings;

    private JiraBench(InProcessJira jira, ManualClock clock, JiraOptions options) =>
        (Jira, Clock, Client, settings) = (jira, clock, new(options, clock), options);

    public InProcessJira Jira { get; }

    public ManualClock Clock { get; }

    public JiraClient Client { get; }

    public JiraTicketTracker Tracker => new(Client, new Uri("https://planner.example/"), settings);

    public IReadOnlyList<JiraRequest> Posts => [.. Jira.Requests.Where(r => r.Method == "POST" && r.Path.EndsWith("/comment", StringComparison.Ordinal))];

    public IReadOnlyList<JiraNote> Notes => Jira.World.Tickets["SHOP-1"].Comments;

    public static async Task<JiraBench> Open(bool isCloud = true, Action<JiraOptions>? change = null)
    {
        var clock = new ManualClock();
        var jira = await InProcessJira.Start(isCloud, clock);
        jira.World.Add("SHOP-1", "Customers can return goods");
        // Time-outs that only a fault reaches: the clock runs faster than the machine.
        var options = new JiraOptions { BaseUrl = jira.Url, AttemptTimeout = TimeSpan.FromMinutes(4), TotalTimeout = TimeSpan.FromMinutes(59) };
        if (isCloud)
        {
            (options.Email, options.ApiToken) = (InProcessJira.Email, InProcessJira.Token);
        }
        else
        {
            options.PersonalAccessToken = InProcessJira.Token;
        }

        change?.Invoke(options);
        return new(jira, clock, options);
    }

    /// <summary>Runs work to its end; the clock goes by leaps while the Jira keeps somebody waiting, else by ticks.</summary>
    public async Task<T> Run<T>(Func<Task<T>> work)
    {
        var running = Task.Run(work);
        while (await Task.WhenAny(running, Task.Delay(4)) != running)
        {
            Clock.Advance(Jira.Held > 0 ? TimeSpan.FromSeconds(10) : Tick);
        }

        return await running;
    }

    public Task<string> Comment(string markdown = "**APPROVED** all is well", string marker = "SHOP-1-t1") =>
        Run(() => Tracker.Comment("SHOP-1", marker, markdown, CancellationToken.None));

    public Task<string?> Mark(bool needsAttention = false) => Run(() => Tracker.Mark("SHOP-1", needsAttention, CancellationToken.None));

    public Task Supersede(string marker) => Run(async () =>
    {
        await Tracker.Supersede("SHOP-1", marker, CancellationToken.None);
        return marker;
    });

    public Task<string?> Remind(string marker, string markdown, string? alsoTo = null) =>
        Run(() => Tracker.Remind("SHOP-1", marker, markdown, alsoTo, CancellationToken.None));

    public Task Amend(string marker, string markdown) => Run(async () =>
    {
        await Tracker.Amend("SHOP-1", marker, markdown, CancellationToken.None);
        return marker;
    });

    /// <summary>What the next attempt of a durable step would do, until it succeeds or no retry helps.</summary>
    public async Task<string> CommentAsAStep(string markdown = "**APPROVED** all is well")
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Comment(markdown);
            }
            catch (JiraException fault) when (fault.RetryHelps && attempt < 40)
            {
                Clock.Advance(TimeSpan.FromMinutes(5));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Jira.DisposeAsync();
    }
}
