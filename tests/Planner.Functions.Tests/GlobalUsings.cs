global using Planner.Testing.Durable;
global using Xunit;
