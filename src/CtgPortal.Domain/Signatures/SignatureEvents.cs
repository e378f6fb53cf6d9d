using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures.Preuves;

namespace CtgPortal.Domain.Signatures;

public sealed record SignatureOuverte(ConventionId Convention, SignatureId Signature, int NumeroVersion, string Empreinte, int Signataires, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDePreuve;

public sealed record SignatureRecueillie(ConventionId Convention, SignatureId Signature, string Signataire, ModeSignature Mode, string Empreinte, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDePreuve;

public sealed record SignatureCompletee(ConventionId Convention, SignatureId Signature, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDePreuve;

public sealed record SignatureAnnulee(ConventionId Convention, SignatureId Signature, string Motif, int DejaRecueillies, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDePreuve;
