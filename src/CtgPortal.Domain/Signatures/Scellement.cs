using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Signatures;

public enum EtatScellement
{
    /// <summary>Not tried yet, or asked for again.</summary>
    AFaire,

    /// <summary>No certificate, or out of its dates.</summary>
    EnAttenteCertificat,

    /// <summary>The time-stamping authority did not answer, or not with what can be believed.</summary>
    EnAttenteHorodatage,

    /// <summary>Something broke that nobody foresaw.</summary>
    Interrompu,

    /// <summary>The file cannot bear a seal: trying again alone changes nothing.</summary>
    Impossible,

    Fait,
}

/// <summary>
/// The seal of a complete circuit: asked for with the last signature, then tried until it is there. Nothing stands half way: the file
/// is made in memory and kept with the fact that it is done.
/// </summary>
public sealed class Scellement : AggregateRoot
{
    public const int ErreurLongueurMax = 1_000;
    public const int NomLongueurMax = 300;

    public static readonly TimeSpan PremierDelai = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan DelaiMax = TimeSpan.FromHours(6);

    private Scellement()
    {
    }

    public SignatureId SignatureId { get; private init; }

    public ConventionId ConventionId { get; private init; }

    /// <summary>Written in the file as the time of each of its revisions: the same whenever the work starts again.</summary>
    public DateTimeOffset DemandeLe { get; private init; }

    public EtatScellement Etat { get; private set; }

    public int Tentatives { get; private set; }

    public DateTimeOffset? DernierEssaiLe { get; private set; }

    /// <summary>Null once it is done, or when trying alone would change nothing.</summary>
    public DateTimeOffset? ProchainEssaiLe { get; private set; }

    /// <summary>Why the last try failed, in a sentence.</summary>
    public string? DerniereErreur { get; private set; }

    /// <summary>The sealed file.</summary>
    public PieceId? PieceId { get; private set; }

    /// <summary>As the time-stamping authority says.</summary>
    public DateTimeOffset? HorodateLe { get; private set; }

    public string? Horodateur { get; private set; }

    /// <summary>Name in the certificate that sealed.</summary>
    public string? Certificat { get; private set; }

    /// <exception cref="InvalidOperationException">Signatures are still awaited.</exception>
    public static Scellement Demander(Signature signature, DateTimeOffset now)
    {
        if (!signature.EstComplete)
        {
            throw new InvalidOperationException("A circuit is sealed once it is complete.");
        }

        var scellement = new Scellement
        {
            SignatureId = signature.Id,
            ConventionId = signature.ConventionId,
            DemandeLe = now,
            Etat = EtatScellement.AFaire,
            ProchainEssaiLe = now,
        };
        scellement.RecordQuietly();
        return scellement;
    }

    /// <summary>What is missing may come back: tried again by itself, less and less often.</summary>
    /// <param name="attente">What is awaited.</param>
    public void Reporter(EtatScellement attente, string raison, DateTimeOffset now)
    {
        if (attente is not (EtatScellement.EnAttenteCertificat or EtatScellement.EnAttenteHorodatage or EtatScellement.Interrompu))
        {
            throw new ArgumentOutOfRangeException(nameof(attente), attente, "Not a reason to wait.");
        }

        NoterEchec(attente, raison, now);
        ProchainEssaiLe = now + Delai(Tentatives);
    }

    /// <summary>The file itself cannot be sealed: somebody has to look at it.</summary>
    public void Renoncer(string raison, DateTimeOffset now)
    {
        NoterEchec(EtatScellement.Impossible, raison, now);
        ProchainEssaiLe = null;
    }

    /// <summary>Somebody asks to try at once.</summary>
    /// <exception cref="BusinessRuleException">It is done.</exception>
    public void Reprendre(DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny([.. ObstaclesALaReprise()]);
        (Etat, ProchainEssaiLe) = (EtatScellement.AFaire, now);
        RecordQuietly();
    }

    public IReadOnlyList<Obstacle> ObstaclesALaReprise() => [.. When(Etat == EtatScellement.Fait, "deja-scelle", "Le document est déjà scellé.")];

    /// <param name="horodateLe">The authority’s own time.</param>
    /// <exception cref="InvalidOperationException">Done already: a circuit has one sealed file.</exception>
    public void Achever(Piece scelle, string certificat, DateTimeOffset horodateLe, string horodateur, DateTimeOffset now)
    {
        ExigerAFaire();
        (Etat, PieceId, DerniereErreur, ProchainEssaiLe) = (EtatScellement.Fait, scelle.Id, null, null);
        (Tentatives, DernierEssaiLe) = (Tentatives + 1, now);
        (HorodateLe, Horodateur, Certificat) = (horodateLe, Couper(horodateur, NomLongueurMax), Couper(certificat, NomLongueurMax));
        Record(new DocumentScelle(ConventionId, SignatureId, scelle.Id, scelle.Empreinte, scelle.Taille, Certificat, horodateLe, Horodateur, now));
    }

    private void NoterEchec(EtatScellement etat, string raison, DateTimeOffset now)
    {
        ExigerAFaire();
        (Etat, DerniereErreur, DernierEssaiLe, Tentatives) = (etat, Couper(raison, ErreurLongueurMax), now, Tentatives + 1);
        RecordQuietly();
    }

    private void ExigerAFaire()
    {
        if (Etat == EtatScellement.Fait)
        {
            throw new InvalidOperationException("This circuit is sealed already.");
        }
    }

    /// <summary>One minute, two, four… six hours at most.</summary>
    private static TimeSpan Delai(int tentatives) =>
        tentatives > 10 ? DelaiMax : TimeSpan.FromTicks(Math.Min(PremierDelai.Ticks << (tentatives - 1), DelaiMax.Ticks));

    private static string Couper(string mots, int longueurMax) => mots.Length <= longueurMax ? mots : mots[..longueurMax];
}
