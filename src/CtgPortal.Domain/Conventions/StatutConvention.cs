namespace CtgPortal.Domain.Conventions;

/// <summary>Where a convention is in its life. Stored as this code; its label depends on who reads.</summary>
public enum StatutConvention
{
    EnDiagnostic,
    EnAteliers,
    EnRedaction,
    EnSignature,
    EnSuivi,
    Terminee,
    Abandonnee,
    Resiliee,
}
