using CtgPortal.Browser.Tests.Common;
using CtgPortal.TestSupport;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(Navigateur))]
