using Planner.Conformance.Stores;
using Xunit;

[assembly: AssemblyFixture(typeof(StorageAccount))]
