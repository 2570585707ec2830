using System.Globalization;
using Shop.Data.Connections;
using Shop.Data.Migrations;

namespace Shop.Api.Migrations;

/// <summary><c>migrate</c> applies what is missing; <c>migrate down N</c> undoes the newest N.</summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        var runner = new MigrationRunner(services.GetRequiredService<IConnectionFactory>());
        var migrations = Migration.ReadAll(Path.Combine(AppContext.BaseDirectory, "db", "migrations"));
        var done = args switch
        {
            [] => await runner.UpAsync(migrations, CancellationToken.None),
            ["down", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                await runner.DownAsync(migrations, number, CancellationToken.None),
            _ => null,
        };

        if (done is null)
        {
            await Console.Error.WriteLineAsync("Usage: migrate [down COUNT]");
            return 2;
        }

        foreach (var name in done)
        {
            Console.WriteLine(name);
        }

        return 0;
    }
}
