using CtgPortal.TestSupport;

[assembly: AssemblyFixture(typeof(PostgresServer))]
