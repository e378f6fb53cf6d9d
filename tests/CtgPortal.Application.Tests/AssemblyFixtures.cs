using CtgPortal.Application.Tests.Documents;
using CtgPortal.Application.Tests.Sceaux;
using CtgPortal.TestSupport;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(DocumentsFixture))]
[assembly: AssemblyFixture(typeof(SceauxFixture))]
