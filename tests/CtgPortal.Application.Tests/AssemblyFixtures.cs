using CtgPortal.Application.Tests.Documents;
using CtgPortal.TestSupport;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(DocumentsFixture))]
