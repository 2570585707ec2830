using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using Planner.Testing.Repository;

namespace Planner.EndToEnd.Tests.Repository.Infrastructure;

/// <summary>The Bicep compiler in the package cache, where <c>.ci/infra</c> brings it.</summary>
internal static class BicepCompiler
{
    private const string Package = "azure.bicep.commandline.linux-x64";

    public const string Missing = "There is no Bicep compiler in the package cache: 'dotnet restore tests/infra/BicepCompiler.proj' brings it.";

    /// <summary>The program, or null where it is not restored or not for this machine.</summary>
    public static string? Program { get; } = Find();

    /// <summary>The template that Azure gets.</summary>
    public static async Task<JsonElement> Compile(string file)
    {
        using var compiler = Process.Start(new ProcessStartInfo(Program!, ["build", "--stdout", file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = compiler.StandardError.ReadToEndAsync();
        var template = await compiler.StandardOutput.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        return compiler.ExitCode == 0
            ? JsonDocument.Parse(template).RootElement
            : throw new InvalidOperationException($"{file} does not compile: {await said}");
    }

    private static string? Find()
    {
        var project = XDocument.Load(Path.Combine(RepositoryRoot.Path, "tests", "infra", "BicepCompiler.proj"));
        var version = project.Descendants("BicepVersion").Single().Value;
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var program = Path.Combine(cache, Package, version, "tools", "bicep");
        return OperatingSystem.IsLinux() && File.Exists(program) ? program : null;
    }
}
