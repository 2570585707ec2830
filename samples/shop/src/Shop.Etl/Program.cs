using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Shop.Data.Connections;
using Shop.Etl.Sales;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddOptions<SalesExportOptions>()
    .Bind(builder.Configuration.GetSection(SalesExportOptions.Section))
    .ValidateDataAnnotations();
builder.Services.AddSingleton<IConnectionFactory>(provider => new NpgsqlConnectionFactory(
    provider.GetRequiredService<IConfiguration>().GetConnectionString("Shop") is { Length: > 0 } connectionString
        ? connectionString
        : throw new InvalidOperationException("Set ConnectionStrings__Shop to the connection string of the shop's database.")));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IWatermarkStore, WatermarkStore>();
builder.Services.AddSingleton<ISalesExtractor, SalesExtractor>();
builder.Services.AddSingleton<SalesTransformer>();
builder.Services.AddSingleton<ISalesLoader, SalesLoader>();
builder.Services.AddSingleton<SalesExportJob>();

using var host = builder.Build();
_ = host.Services.GetRequiredService<IOptions<SalesExportOptions>>().Value;
using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, signal) =>
{
    signal.Cancel = true;
    cancel.Cancel();
};

var result = await host.Services.GetRequiredService<SalesExportJob>().RunAsync(cancel.Token);
Console.WriteLine($"{result.Days} days and {result.Rows} rows exported, watermark {result.Watermark:O}.");
