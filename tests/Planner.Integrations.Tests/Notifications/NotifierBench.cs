using Planner.Core.Conversation;
using Planner.Integrations.Notifications;
using Planner.Testing.Clock;
using Planner.Testing.Notifications;
using Xunit;

namespace Planner.Integrations.Tests.Notifications;

/// <summary>A receiver, a notifier that posts to it, and a clock for both that moves as soon as nobody works.</summary>
internal sealed class NotifierBench : IAsyncDisposable
{
    private NotifierBench(WebhookReceiver receiver, ManualClock clock, WebhookNotifier notifier) => (Receiver, Clock, Notifier) = (receiver, clock, notifier);

    public static TeamMessage Message { get; } = new()
    {
        RunId = "SHOP-101-t7",
        Ticket = "SHOP-101",
        TicketUrl = "https://team.atlassian.net/browse/SHOP-101",
        Headline = "SHOP-101: 1 decision needed until Tue 2026-03-03 09:00 UTC",
        Lines = ["Customers <!channel> return *goods* & [win](http://evil.example) @here <http://evil.example|prize>", "To answer: /decide TD001 A"],
    };

    public WebhookReceiver Receiver { get; }

    public ManualClock Clock { get; }

    public WebhookNotifier Notifier { get; }

    public static async Task<NotifierBench> Open(NotificationKind kind = NotificationKind.Slack, Uri? planner = null)
    {
        var clock = new ManualClock();
        var receiver = await WebhookReceiver.Start(clock);
        // Time-outs that only a fault reaches: the clock runs faster than the machine.
        var options =
            new NotificationOptions { WebhookUrl = receiver.Url, Kind = kind, AttemptTimeout = TimeSpan.FromMinutes(4), Timeout = TimeSpan.FromMinutes(59) };
        return new(receiver, clock, new WebhookNotifier(options, clock, planner));
    }

    /// <summary>Sends; the clock goes by leaps while the receiver keeps somebody waiting, else by ticks.</summary>
    public async Task Send()
    {
        var running = Task.Run(() => Notifier.Notify(Message, CancellationToken.None));
        while (await Task.WhenAny(running, Task.Delay(4)) != running)
        {
            Clock.Advance(Receiver.Held > 0 ? TimeSpan.FromSeconds(10) : TimeSpan.FromSeconds(1));
        }

        await running;
    }

    /// <summary>Sends in vain; what is said of it names nothing of the address.</summary>
    public async Task<string> SendInVain()
    {
        var fault = await Assert.ThrowsAsync<NotificationFailedException>(Send);
        Assert.DoesNotContain(WebhookReceiver.Secret, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("services", fault.ToString(), StringComparison.Ordinal);
        return fault.Message;
    }

    public async ValueTask DisposeAsync()
    {
        Notifier.Dispose();
        await Receiver.DisposeAsync();
    }
}
