using System.Diagnostics;
using Planner.EndToEnd.Tests.Serving;
using Planner.EndToEnd.Tests.Survival.Killing;
using Planner.Testing.Jira;

namespace Planner.Benchmarks.Webhooks;

/// <summary>The webhook of a real <c>planner serve</c>, beside an empty endpoint in the same run, which shares the machine with sender and Jira.</summary>
internal sealed class WebhookFigures(Scale scale)
{
    private readonly int round = scale.Of(20_000, 100);
    private readonly int rounds = scale.Of(4, 2);
    private readonly int perSecond = scale.Of(2_000, 20);
    private readonly int seconds = scale.Of(10, 1);
    private readonly int mutated = scale.Of(10_000, 50);
    private int number;

    public async Task<int> Print()
    {
        using var scratch = new Scratch();
        await using var jira = await InProcessJira.Start(isCloud: true, TimeProvider.System);
        jira.World.Add("SHOP-7", "Returns", status: "In Progress");
        using var empty = EmptyProcess();
        var address = new Uri((await empty.StandardOutput.ReadLineAsync())!.Split(' ')[1]);
        await using var server = await ServedProcess.Start(scratch.NewPlan().Output, [.. Settings(jira)]);
        using var toServer = new Sender(server.Address);
        using (var toEmpty = new Sender(address))
        {
            await Throughput(server, empty, toServer, toEmpty);
        }

        empty.StandardInput.Close();
        await Handled(jira);
        await Pace("other", toServer, SignedDelivery.Other, 200);
        await Pace("transitions", toServer, SignedDelivery.Transition, 202);
        await Handled(jira);
        await Pace("redelivered", toServer, n => SignedDelivery.Transition(1 + (n % 100)), 202);
        var refused = await Mutate(toServer);
        await server.Kill();
        var errors = (await server.Errors())
            .Split('\n')
            .Count(line => line.Contains("fail:", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal));
        Figure.Print("webhook.mutated_errors_in_log", errors, "lines");
        return refused == 0 && errors == 0 ? 0 : 1;
    }

    /// <summary>Rounds alternate, so that both meet the same machine; the first of each warms up.</summary>
    private async Task Throughput(ServedProcess server, Process empty, Sender toServer, Sender toEmpty)
    {
        List<double> ratios = [], cpu = [], own = [];
        for (var at = 0; at < rounds; at++)
        {
            var (bare, bareCpu) = await Measured(empty.Id, () => toEmpty.AsFastAsPossible(Some(SignedDelivery.Other), 200));
            var (full, fullCpu) = await Measured(server.Id, () => toServer.AsFastAsPossible(Some(SignedDelivery.Other), 200));
            if (at > 0)
            {
                own.Add(full);
                ratios.Add(100 * full / bare);
                cpu.Add(100 * bareCpu / fullCpu);
            }
        }

        Figure.Print("webhook.throughput", Figure.Percentile(own, 0.5), "deliveries/s");
        Figure.Print("webhook.share_of_empty", Figure.Percentile(ratios, 0.5), "%");
        Figure.Print("webhook.share_of_empty_by_cpu", Figure.Percentile(cpu, 0.5), "%");
        var written = await toServer.AsFastAsPossible(Some(SignedDelivery.Transition), 202);
        Figure.Print("webhook.throughput_written_down", written, "deliveries/s");
    }

    private async Task Pace(string name, Sender sender, Func<int, SignedDelivery> make, int expected)
    {
        var deliveries = Enumerable.Range(0, perSecond * seconds).Select(_ => make(++number)).ToList();
        var times = await sender.Steadily(deliveries, perSecond, expected);
        Figure.Print($"webhook.{name}_at_{perSecond}_p50", Figure.Percentile(times, 0.5), "ms");
        Figure.Print($"webhook.{name}_at_{perSecond}_p99", Figure.Percentile(times, 0.99), "ms");
    }

    /// <summary>Until Jira is asked nothing more, so that no figure carries the work of the one before.</summary>
    private static async Task Handled(InProcessJira jira)
    {
        var watch = Stopwatch.StartNew();
        for (var before = -1; before != jira.Requests.Count;)
        {
            before = jira.Requests.Count;
            await Task.Delay(TimeSpan.FromSeconds(2));
        }

        Figure.Print("webhook.handled_after", watch.Elapsed.TotalSeconds - 2, "s");
    }

    /// <summary>How many were answered neither with 2xx nor with 4xx.</summary>
    private async Task<int> Mutate(Sender sender)
    {
        var statuses = new List<int>();
        foreach (var delivery in MutatedBodies.Of(mutated, seed: 7))
        {
            statuses.Add(await sender.Send(delivery));
        }

        foreach (var (status, times) in statuses.CountBy(s => s).OrderBy(s => s.Key))
        {
            Figure.Print($"webhook.mutated_{status}", times, "answers");
        }

        return statuses.Count(s => s is < 200 or >= 500);
    }

    private List<SignedDelivery> Some(Func<int, SignedDelivery> make) => [.. Enumerable.Range(0, round).Select(_ => make(++number))];

    private static async Task<(double PerSecond, double CpuSeconds)> Measured(int process, Func<Task<double>> work)
    {
        using var watched = Process.GetProcessById(process);
        var before = watched.TotalProcessorTime;
        var rate = await work();
        watched.Refresh();
        return (rate, (watched.TotalProcessorTime - before).TotalSeconds);
    }

    private static Process EmptyProcess() => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", typeof(WebhookFigures).Assembly.Location, "webhook", "--empty"])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardInput = true,
    })!;

    private static IEnumerable<(string, string)> Settings(InProcessJira jira) =>
        [
            ("Jira__BaseUrl", jira.Url),
            ("Jira__Email", InProcessJira.Email),
            ("Jira__ApiToken", InProcessJira.Token),
            ("Jira__WebhookSecret", SignedDelivery.Secret),
        ];
}
