using Microsoft.Extensions.Configuration;

namespace Planner.Cli;

/// <summary>
/// Settings of the command: <c>appsettings.json</c> beside the program, then the environment. Nothing is read from the
/// current folder: it may be the code base, and what lies there is data.
/// </summary>
internal static class Settings
{
    private const string FileName = "appsettings.json";

    public static IConfiguration Load()
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, FileName), optional: true, reloadOnChange: false)
                .AddEnvironmentVariables()
                .Build();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UsageException($"'{Path.Combine(AppContext.BaseDirectory, FileName)}' is no JSON or cannot be read: mend it or remove it.");
        }
    }
}
