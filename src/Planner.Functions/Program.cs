using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Planner.Functions;

return SettingsFaults.Guard(
    () =>
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.ResolveLocalPaths(AppContext.BaseDirectory);
        builder.Services.AddPlanner(builder.Configuration);
        builder.Build().Run();
    },
    Console.Error);
