using Azure.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Core.LanguageModels;
using Planner.Integrations.LanguageModels;
using Planner.Integrations.LanguageModels.Settings;
using Planner.Testing.Clock;
using Planner.Testing.LanguageModels;

namespace Planner.Integrations.Tests.LanguageModels;

/// <summary>A model server, the client of it, and a clock for both that moves as soon as nobody works.</summary>
internal sealed class ModelBench : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    private ModelBench(ModelServer server, ManualClock clock, LanguageModelOptions options) =>
        (Server, Clock, Model) = (server, clock, new OpenAiModel(options, NoIdentity, clock, NullLogger<OpenAiModel>.Instance));

    public ModelServer Server { get; }

    public ManualClock Clock { get; }

    public OpenAiModel Model { get; }

    /// <summary>Who must not be asked: there is a key.</summary>
    public static TokenCredential NoIdentity { get; } =
        DelegatedTokenCredential.Create((_, _) => throw new InvalidOperationException("There is a key."));

    public static async Task<ModelBench> Open(Action<LanguageModelOptions>? change = null)
    {
        var clock = new ManualClock();
        var server = await ModelServer.Start(clock);
        // Time-outs that only a fault reaches: the clock runs faster than the machine.
        var options = Options(server.Endpoint);
        (options.Timeout, options.TotalTimeout) = (TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(59));
        change?.Invoke(options);
        return new(server, clock, options);
    }

    public static LanguageModelOptions Options(string endpoint) => new()
    {
        Endpoint = endpoint,
        ApiKey = ModelServer.Key,
        Deployments = new ModelTierOptions { Standard = "gpt-5.2" },
    };

    public static ModelRequest Question(string text = "What changes?", int maxOutputTokens = 1_000) => new()
    {
        Tier = ModelTier.Standard,
        Messages = [new SystemMessage("You plan."), new UserMessage(text)],
        MaxOutputTokens = maxOutputTokens,
    };

    public Task<ModelAnswer> Ask(ModelRequest? request = null) => Run(() => Model.Complete(request ?? Question(), CancellationToken.None));

    /// <summary>Runs work to its end; the clock goes by leaps while the server keeps somebody waiting, else by ticks.</summary>
    public async Task<T> Run<T>(Func<Task<T>> work)
    {
        var running = Task.Run(work);
        while (await Task.WhenAny(running, Task.Delay(4)) != running)
        {
            Clock.Advance(Server.Held > 0 ? TimeSpan.FromSeconds(10) : Tick);
        }

        return await running;
    }

    public async ValueTask DisposeAsync()
    {
        Model.Dispose();
        await Server.DisposeAsync();
    }
}
