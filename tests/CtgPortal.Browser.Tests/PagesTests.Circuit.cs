using CtgPortal.Browser.Tests.Common;

namespace CtgPortal.Browser.Tests;

/// <summary>The pages of those who open a circuit and conduct it.</summary>
public sealed partial class PagesTests
{
    private static IEnumerable<Visite> DuCircuit(Fonds f)
    {
        return
        [
            Voir("ouvrir", Conseil, "signature-ouvrir", f.Redaction),
            Voir("ouvrir", Conseil, "signature-ouvrir-obstacles", f.EnDiagnostic),
            Voir("papier", Conseil, "signature-papier", f.Signature),
            Voir("controle/{scan:guid}", Direction, "signature-controle", f.Signature, $"controle/{f.Scan}"),
            Voir("conduire", Conseil, "signature-conduire", f.Signature),
            Voir("refuser", Direction, "signature-refuser", f.Signature),
            Voir("personnes/{ligne:guid}", Conseil, "signature-personne", f.Signature, $"personnes/{f.Ligne}"),
        ];

        Visite Voir(string route, string compte, string nom, Guid convention, string? adresse = null) =>
            new($"conventions/{{id:guid}}/signature/{route}", compte, nom, $"/conventions/{convention}/signature/{adresse ?? route}", 200);
    }
}
