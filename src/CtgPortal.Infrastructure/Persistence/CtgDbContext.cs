using CtgPortal.Application.Acces;
using CtgPortal.Application.Brouillons;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Journal;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Presences;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Fins;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Reprises;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Textes;
using CtgPortal.Domain.Versions;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Preuves;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>The one database: domain, accounts, outbox, journal and data-protection keys, so that one transaction can cover them.</summary>
/// <param name="appel">Where the request comes from; null where nobody calls.</param>
internal sealed class CtgDbContext(DbContextOptions<CtgDbContext> options, IUtilisateurCourant utilisateur, IContexteAppel? appel = null)
    : IdentityUserContext<Utilisateur, Guid>(options), ICtgDbContext, IDataProtectionKeyContext
{
    public DbSet<Convention> Conventions => Set<Convention>();

    public DbSet<Diagnostic> Diagnostics => Set<Diagnostic>();

    public DbSet<Enquete> Enquetes => Set<Enquete>();

    public DbSet<Entretien> Entretiens => Set<Entretien>();

    public DbSet<DocumentExistant> DocumentsExistants => Set<DocumentExistant>();

    public DbSet<ValidationDiagnostic> ValidationsDiagnostic => Set<ValidationDiagnostic>();

    public DbSet<ImportChiffres> Imports => Set<ImportChiffres>();

    public DbSet<Atelier> Ateliers => Set<Atelier>();

    public DbSet<Assistance> Assistances => Set<Assistance>();

    public DbSet<Contribution> Contributions => Set<Contribution>();

    public DbSet<Salle> Salles => Set<Salle>();

    public DbSet<ParticipantSalle> ParticipantsSalle => Set<ParticipantSalle>();

    public DbSet<Groupe> Groupes => Set<Groupe>();

    public DbSet<Bulletin> Bulletins => Set<Bulletin>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<VuePlan> VuesPlan => Set<VuePlan>();

    public DbSet<FicheAction> FichesAction => Set<FicheAction>();

    public DbSet<EtatFiche> EtatsFiche => Set<EtatFiche>();

    public DbSet<EquipementSoutenu> Equipements => Set<EquipementSoutenu>();

    public DbSet<SchemaPetiteEnfance> SchemasPetiteEnfance => Set<SchemaPetiteEnfance>();

    public DbSet<ImportTableur> ImportsTableur => Set<ImportTableur>();

    public DbSet<CorrespondanceColonne> CorrespondancesColonnes => Set<CorrespondanceColonne>();

    public DbSet<Filiation> Filiations => Set<Filiation>();

    public DbSet<LienFiches> LiensFiches => Set<LienFiches>();

    public DbSet<SuiviFiche> Suivis => Set<SuiviFiche>();

    public DbSet<Deliberation> Deliberations => Set<Deliberation>();

    public DbSet<Signature> Signatures => Set<Signature>();

    public DbSet<Scellement> Scellements => Set<Scellement>();

    public DbSet<LienSignature> LiensSignature => Set<LienSignature>();

    public DbSet<CodeSignature> CodesSignature => Set<CodeSignature>();

    public DbSet<EvenementPreuve> Preuves => Set<EvenementPreuve>();

    public DbSet<HorodatagePreuve> HorodatagesPreuve => Set<HorodatagePreuve>();

    public DbSet<Piece> Pieces => Set<Piece>();

    public DbSet<PieceJointe> PiecesJointes => Set<PieceJointe>();

    public DbSet<VersionNommee> Versions => Set<VersionNommee>();

    public DbSet<Avenant> Avenants => Set<Avenant>();

    public DbSet<OriginalSigne> Originaux => Set<OriginalSigne>();

    public DbSet<ActeDeFin> Fins => Set<ActeDeFin>();

    public DbSet<FicheModele> FichesModele => Set<FicheModele>();

    public DbSet<RepriseModele> ReprisesModele => Set<RepriseModele>();

    public DbSet<ModeleTexte> ModelesTexte => Set<ModeleTexte>();

    public DbSet<TexteConvention> TextesConvention => Set<TexteConvention>();

    public DbSet<PassageTexte> PassagesTexte => Set<PassageTexte>();

    public DbSet<AvisPartenaire> AvisPartenaires => Set<AvisPartenaire>();

    public DbSet<EntreeJournal> Journal => Set<EntreeJournal>();

    public DbSet<Courriel> Courriels => Set<Courriel>();

    public DbSet<Brouillon> Brouillons => Set<Brouillon>();

    public DbSet<Presence> Presences => Set<Presence>();

    public DbSet<Commentaire> Commentaires => Set<Commentaire>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override async Task<int> SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        List<IFaitDePreuve> preuves = [];
        foreach (var aggregate in ChangeTracker.Entries<AggregateRoot>().Select(e => e.Entity).ToList())
        {
            Journal.AddRange(aggregate.Events.SelectMany(fait => EntreeJournal.From(fait, utilisateur)));
            preuves.AddRange(aggregate.Events.OfType<IFaitDePreuve>());
            if (aggregate is FicheAction { Events.Count: > 0 } fiche)
            {
                EtatsFiche.Add(EtatFiche.De(fiche, utilisateur));
            }

            aggregate.ClearEvents();
        }

        IReadOnlyList<(string Canal, string Quoi)> annonces = [.. Annonces.De(ChangeTracker), .. Annonces.DesScellements(ChangeTracker)];
        if (preuves.Count + annonces.Count == 0)
        {
            return await EnregistrerAsync(cancellationToken);
        }

        // in the transaction of the change: nothing is announced nor proved that is not kept
        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await this.EnchainerAsync(preuves, utilisateur, appel, cancellationToken);
        foreach (var annonce in annonces)
        {
            await Database.ExecuteSqlAsync($"SELECT pg_notify({annonce.Canal}, {annonce.Quoi})", cancellationToken);
        }

        var enregistres = await EnregistrerAsync(cancellationToken);
        await (transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
        return enregistres;
    }

    private async Task<int> EnregistrerAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await base.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException cause)
        {
            throw new ConcurrencyConflictException(cause);
        }
        catch (DbUpdateException cause) when (cause.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // what a rule keeps unique was written by somebody else between our reading and our writing
            throw new ConcurrencyConflictException(cause);
        }
    }

    public void Oublier() => ChangeTracker.Clear();

    public async Task<T> SousVerrouAsync<T>(
        ConventionId convention, bool exclusif, Func<Task<T>> action, CancellationToken cancellationToken)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);

        // hashtextextended spreads the ids over 64 bits; both locks are released by the end of the transaction
        var cle = convention.Value.ToString();
        await (exclusif
            ? Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({cle}, 0))", cancellationToken)
            : Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(hashtextextended({cle}, 0))", cancellationToken));
        var resultat = await action();
        await transaction.CommitAsync(cancellationToken);
        return resultat;
    }

    public Task VerrouillerAsync(AtelierId atelier, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({atelier.Value.ToString()}, 0))", cancellationToken);

    public Task VerrouillerAsync(FicheActionId fiche, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({fiche.Value.ToString()}, 0))", cancellationToken);

    public Task VerrouillerAsync(PorteurPieces porteur, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({porteur.Cible.ToString()}, 0))", cancellationToken);

    public Task VerrouillerAsync(CommentaireId commentaire, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({commentaire.Value.ToString()}, 0))", cancellationToken);

    public Task PartagerAsync(AtelierId atelier, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(hashtextextended({atelier.Value.ToString()}, 0))", cancellationToken);

    public async Task<T> DansLaSalleAsync<T>(
        AtelierId atelier, ParticipantId? participant, Func<Task<T>> action, CancellationToken cancellationToken)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);

        // conventions, then workshop, then participant: everybody takes them in this order
        var (cle, sienne) = (atelier.Value, (participant?.Value ?? Guid.CreateVersion7()).ToString());
        await Database.ExecuteSqlAsync(
            $"""
            SELECT pg_advisory_xact_lock_shared(hashtextextended(c.convention_id::text, 0))
            FROM (SELECT convention_id FROM atelier_conventions WHERE atelier_id = {cle} ORDER BY convention_id) c;
            SELECT pg_advisory_xact_lock_shared(hashtextextended({cle.ToString()}, 0));
            SELECT pg_advisory_xact_lock(hashtextextended({sienne}, 0))
            """,
            cancellationToken);
        var resultat = await action();
        await transaction.CommitAsync(cancellationToken);
        return resultat;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.AddStronglyTypedIds();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasPostgresExtension("unaccent").HasPostgresExtension("pg_trgm");
        builder.HasDbFunction(typeof(FonctionsSql).GetMethod(nameof(FonctionsSql.Normaliser))!).HasName("f_normaliser");
        builder.ApplyConfigurationsFromAssembly(typeof(CtgDbContext).Assembly);

        foreach (var aggregate in builder.Model.GetEntityTypes().Where(t => t.BaseType is null && t.ClrType.IsSubclassOf(typeof(AggregateRoot))))
        {
            builder.Entity(aggregate.ClrType).Property(nameof(AggregateRoot.Revision)).IsConcurrencyToken();
            builder.Entity(aggregate.ClrType).Ignore(nameof(AggregateRoot.Events));
        }
    }
}
