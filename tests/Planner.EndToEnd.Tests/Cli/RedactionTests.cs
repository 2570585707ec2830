using System.Text;
using Planner.EndToEnd.Tests.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

public sealed class RedactionTests : IDisposable
{
    private const string Secret = "tr0ub4dor-and-3";
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task SecretInTheCode_IsInNothingThatIsWrittenOrSaid()
    {
        scratch.Write(
            "code/Prices.cs",
            $"namespace Shop;\n\npublic sealed class PriceList\n{{\n    /// <summary>Signs in with Password={Secret}.</summary>\n    public const string "
                + $"ApiKey = \"{Secret}\";\n    public decimal Round(decimal price) => price;\n}}\n");
        scratch.Write(
            "code/schema.sql",
            $"CREATE TABLE prices (id uuid PRIMARY KEY, price numeric);\nCOMMENT ON TABLE prices IS 'PriceList password={Secret}';\n");
        scratch.Write("code/README.md", $"# Prices\n\nRun `PriceList` with `api_key: {Secret}`.\n");

        var finished = await scratch.PlanTicket();

        Assert.Equal(0, finished.Code);
        Assert.DoesNotContain(Secret, finished.Output + finished.Errors, StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(scratch.Out, "*", SearchOption.AllDirectories),
            f => Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(File.ReadAllBytes(f)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task SecretInAWrongCommand_IsNotRepeated()
    {
        var finished = await scratch.PlanTicket("--databse", $"Host=db;Password={Secret}");

        Assert.Equal(2, finished.Code);
        Assert.DoesNotContain(Secret, finished.Output + finished.Errors, StringComparison.Ordinal);
    }
}
