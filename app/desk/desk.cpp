// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>
#include <desk/publishedyear.h>
#include <rules/govern.h>
#include <rules/overlay.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

std::optional<qint64> msOfClock(const QString &text)
{
    const QStringList parts = text.split(u':');
    if (parts.size() != 2) {
        return std::nullopt;
    }
    bool hoursOk = false;
    bool minutesOk = false;
    const int hours = parts.at(0).toInt(&hoursOk);
    const int minutes = parts.at(1).toInt(&minutesOk);
    if (!hoursOk || !minutesOk || hours < 0 || minutes < 0 || minutes > 59 ||
        hours * 60 + minutes > 24 * 60) {
        return std::nullopt;
    }
    return (hours * 60LL + minutes) * 60000;
}

/// The packs named by the setting, oldest first, each with the day it comes into force.
struct PublishedUse
{
    QString id;
    int version = 0; ///< 0: the newest we have
    std::optional<Day> from;
    QVector<PackVersion> with = {};
};

QVector<PublishedUse> usesOf(const QString &setting)
{
    QVector<PublishedUse> uses;
    if (!setting.trimmed().startsWith(u'[')) {
        if (!setting.isEmpty()) {
            uses.append(
                {setting.section(u'/', 0, 0), setting.section(u'/', 1, 1).toInt(), std::nullopt});
        }
        return uses;
    }
    const QJsonArray list = QJsonDocument::fromJson(setting.toUtf8()).array();
    for (const auto &item : list) {
        const QJsonObject object = item.toObject();
        const auto from = Day::parse(object.value("from"_L1).toString());
        uses.append({object.value("id"_L1).toString(),
                     object.value("version"_L1).toInt(),
                     from ? std::optional(*from) : std::nullopt});
        const QJsonArray with = object.value("with"_L1).toArray();
        for (const auto &overlay : with) {
            uses.last().with.append({overlay.toObject().value("id"_L1).toString(),
                                     overlay.toObject().value("version"_L1).toInt()});
        }
    }
    return uses;
}

QString newestKey(const QMap<QString, Regulation> &packs, const QString &id)
{
    QString key;
    int version = -1;
    for (auto it = packs.cbegin(); it != packs.cend(); ++it) {
        if (it->id == id && it->version > version) {
            key = it.key();
            version = it->version;
        }
    }
    return key;
}

/// The exact version, else the newest of its id; empty if there is none.
QString keyOf(const QMap<QString, Regulation> &packs, const QString &id, int version)
{
    const QString exact = packKey(id, version);
    return packs.contains(exact) ? exact : newestKey(packs, id);
}

const Regulation &noRegulation()
{
    static const Regulation none;
    return none;
}

} // namespace

QString packKey(const QString &id, int version) { return id + u'/' + QString::number(version); }

Result<OfficeHours> readHours(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    OfficeHours hours;
    const Error malformed{u"hours.malformed"_s, {{u"text"_s, json.left(80)}}};
    if (object.contains("close"_L1)) {
        const auto close = msOfClock(object.value("close"_L1).toString());
        if (!close) {
            return malformed;
        }
        hours.closeMs = *close;
    }
    if (object.contains("periods"_L1)) {
        hours.periods.clear();
        const QJsonArray periods = object.value("periods"_L1).toArray();
        qint64 last = 0;
        for (const auto &item : periods) {
            const auto from = msOfClock(item.toArray().at(0).toString());
            const auto to = msOfClock(item.toArray().at(1).toString());
            if (!from || !to || *from >= *to || *from < last) {
                return malformed;
            }
            last = *to;
            hours.periods.append({*from, *to});
        }
    }
    if (object.isEmpty() || hours.periods.isEmpty()) {
        return malformed;
    }
    return hours;
}

Finding findingOf(const Error &error) { return {error.code, Severity::Refusal, {}, error.args}; }

std::optional<Error> Desk::State::refresh()
{
    const auto settings = reader.config();
    const auto people = reader.roster();
    if (!settings || !people) {
        return settings ? people.error() : settings.error();
    }
    const QMap<QString, QString> &values = *settings;
    packs.clear();
    whole.clear();
    recusal = values.value(QLatin1StringView(config::kRecusal)) == u"true";
    for (const Regulation &pack : library->regulations) {
        packs.insert(packKey(pack.id, pack.version), pack);
    }
    calendar = library->calendar;
    hours = {};
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (it.key().startsWith(QLatin1StringView(config::kRegulationText))) {
            const auto reading = readRegulation(it->toUtf8(), library->catalogue, builtinPacks());
            if (reading.regulation) {
                packs.insert(packKey(reading.regulation->id, reading.regulation->version),
                             *reading.regulation);
            }
        } else if (it.key().startsWith(QLatin1StringView(config::kCalendar))) {
            if (const auto year = yearFromJson(it->toUtf8())) {
                calendar = calendar.with(*year);
            }
        } else if (it.key() == QLatin1StringView(config::kHours)) {
            if (const auto read = readHours(*it)) {
                hours = *read;
            }
        }
    }
    readFigures(values);
    readOwnSheets(values);
    uses.clear();
    for (const PublishedUse &use : usesOf(values.value(QLatin1StringView(config::kRegulation)))) {
        const QString key = keyOf(packs, use.id, use.version);
        if (key.isEmpty()) {
            continue;
        }
        uses.append({use.from, key});
        for (const PackVersion &overlay : use.with) {
            if (const QString over = keyOf(packs, overlay.id, overlay.version); !over.isEmpty()) {
                uses.last().with.append(over);
            }
        }
    }
    roster = *people;
    for (Person &person : roster) {
        const QByteArray deputies =
            values.value(QLatin1StringView(config::kDeputies) + person.id).toUtf8();
        const QJsonArray standIns = QJsonDocument::fromJson(deputies).array();
        person.away = !standIns.isEmpty();
        for (Person &other : roster) {
            if (standIns.contains(other.id)) {
                other.deputyOf.append(person.id);
            }
        }
    }
    guard();
    return std::nullopt;
}

const Regulation &Desk::State::regulation() const
{
    const Day today = clock().localDay();
    const Use *inForce = nullptr;
    for (const Use &use : uses) {
        const bool planned = use.from && *use.from > today;
        const bool older =
            inForce != nullptr && inForce->from && (!use.from || *use.from < *inForce->from);
        if (!planned && !older) {
            inForce = &use;
        }
    }
    const QString key = inForce == nullptr ? newestKey(packs, u"standard"_s) : inForce->key;
    return overlaidBy(key, inForce == nullptr ? QStringList() : inForce->with);
}

const Regulation &Desk::State::overlaidBy(const QString &key, const QStringList &with) const
{
    const auto host = packs.constFind(key);
    if (host == packs.cend()) {
        return packs.isEmpty() ? noRegulation() : packs.first();
    }
    if (with.isEmpty()) {
        return *host;
    }
    auto &made = whole[key + u'+' + with.join(u'+')];
    if (!made) {
        QVector<Regulation> overlays;
        for (const QString &one : with) {
            overlays.append(packs.value(one));
        }
        made = std::make_shared<const Regulation>(overlaid(*host, overlays));
    }
    return *made;
}

Actor Desk::State::actorOf(const Person &person) const
{
    Actor acting{person.id, person.name, person.department, person.roles, false};
    for (const Person &other : roster) {
        if (other.enabled && other.away && person.deputyOf.contains(other.id)) {
            acting.deputyFor.append({other.id, other.name, other.department, other.roles, false});
        }
    }
    return acting;
}

bool Desk::State::keepsOut(const CaseFile &caseFile) const
{
    const Ground ground = this->ground(regulationOf(caseFile), clock());
    return keptOut(ground, actor, caseFile) || !mayKnow(ground, actor, caseFile);
}

QStringList Desk::State::packsInUse() const
{
    const Regulation &present = regulation();
    QStringList inUse{packText({present.id, present.version}, present.overlays)};
    for (const Use &use : uses) {
        inUse.append((QStringList{use.key} + use.with).join(u'+'));
    }
    if (const auto followed = reader.namesInUse(u"pack"_s, {}, std::numeric_limits<int>::max())) {
        inUse += *followed;
    }
    inUse.removeDuplicates();
    return inUse;
}

void Desk::State::guard()
{
    guarded.look({});
    if (actor.unrestricted || actor.id.isEmpty()) {
        return;
    }
    Sight sight;
    const auto oversees = [](const Actor &one, const Regulation &pack) {
        return std::any_of(one.roles.cbegin(), one.roles.cend(), [&](const QString &role) {
            return pack.people.sees.contains(role);
        });
    };
    // Secrecy belongs to the pack a case follows: what one pack hides, another may show.
    const QStringList inUse = packsInUse();
    for (const QString &text : inUse) {
        const Regulation &pack = regulationOf(text);
        const auto &others = actor.deputyFor;
        if (!recusal && !pack.people.recusal) {
            sight.hiddenFree.append(text);
        }
        const bool own = !pack.people.needToKnow || oversees(actor, pack);
        if (own) {
            sight.ownFree.append(text);
        }
        if (own || std::any_of(others.cbegin(), others.cend(), [&](const Actor &absent) {
                return oversees(absent, pack);
            })) {
            sight.concernsFree.append(text);
        }
    }
    if (sight.hiddenFree.size() < inUse.size()) {
        sight.hidden = {actor.id, actor.name};
    }
    if (sight.concernsFree.size() < inUse.size()) {
        sight.concerns = {actor.id, actor.name, actor.department};
        for (const Actor &absent : std::as_const(actor.deputyFor)) {
            sight.concerns += {absent.id, absent.name, absent.department};
        }
    }
    // Nobody looks through somebody at the cases against him.
    if (sight.ownFree.size() < inUse.size()) {
        sight.own = {actor.id, actor.name, actor.department};
        for (const Actor &absent : std::as_const(actor.deputyFor)) {
            sight.borrowedFrom += {absent.id, absent.name};
        }
    }
    for (QStringList *names : {&sight.hidden, &sight.concerns, &sight.borrowedFrom, &sight.own}) {
        names->removeAll(QString());
        names->removeDuplicates();
    }
    guarded.look(sight);
}

Day Desk::State::inForceSince() const
{
    const Day today = clock().localDay();
    const QString id = regulation().id.section(u'+', 0, 0); // overlays come and go beside it
    std::optional<Day> first;
    for (const Use &use : uses) {
        if (use.from && *use.from <= today && use.key.section(u'/', 0, 0) == id) {
            first = first ? std::min(*first, *use.from) : *use.from;
        }
    }
    return first.value_or(dutyPeriod(u"month"_s, today).from);
}

const Regulation &Desk::State::regulationOf(const CaseFile &caseFile) const
{
    return regulationOf(
        packText({caseFile.regulationId, caseFile.regulationVersion}, caseFile.overlays));
}

const Regulation &Desk::State::regulationOf(const QString &packText) const
{
    QStringList keys;
    for (const QString &one : packText.split(u'+')) {
        keys.append(keyOf(packs, one.section(u'/', 0, 0), one.section(u'/', 1).toInt()));
    }
    const QString host = keys.takeFirst();
    keys.removeAll(QString());
    return host.isEmpty() ? regulation() : overlaidBy(host, keys);
}

Ground Desk::State::ground(const Regulation &pack, Instant now) const
{
    Ground ground{pack, calendar, library->catalogue, hours, officeCode, now};
    ground.people = people();
    ground.officeName = officeName;
    ground.recusal = recusal;
    ground.sheets = &sheets;
    return ground;
}

Result<Recorded> Desk::State::append(const QVector<NewEvent> &events,
                                     Instant now,
                                     const QHash<CaseId, int> &expected,
                                     const Progress &progress)
{
    if (const auto allowed = mayWrite(); !allowed) {
        return allowed.error();
    }
    return log.append({actor.id, now, events, expected}, progress);
}

Result<Done> Desk::State::mayWrite() const
{
    const bool known = std::any_of(roster.cbegin(), roster.cend(), [&](const Person &one) {
        return one.id == actor.id && one.enabled;
    });
    if (!roster.isEmpty() && !known) {
        return Error{u"actor.unknown"_s, {{u"person"_s, actor.id}}};
    }
    return Done{};
}

QVector<Actor> Desk::State::people() const
{
    QVector<Actor> inOffice;
    for (const Person &person : roster) {
        if (person.enabled) {
            inOffice.append(actorOf(person));
        }
    }
    return inOffice;
}

void Desk::State::askRight(Findings &findings) const
{
    if (const auto refusal = mayNotGovern(regulation(), actor, people())) {
        findings.append(*refusal);
    }
}

CaseId Desk::State::newCaseId(Instant now) const { return CaseId::make(now, random(10)); }

Desk::Desk(CaseLog &log,
           CaseReader &reader,
           std::shared_ptr<const Library> library,
           ClockSource clock,
           RandomSource random,
           QObject *parent)
    : QObject(parent)
    , m_state(new State{log,
                        reader,
                        library,
                        std::move(clock),
                        std::move(random),
                        {},
                        {},
                        {},
                        {},
                        library->calendar,
                        {},
                        {},
                        {},
                        false,
                        GuardedReader(reader)})
{
    if (const auto status = reader.status(m_state->clock())) {
        m_state->officeCode = status->officeCode;
        m_state->officeName = status->officeName;
    }
    // Who cannot read the roster does not know that there is none.
    m_state->actor.unrestricted = !m_state->refresh() && m_state->roster.isEmpty();
}

Desk::~Desk() = default;

const Library &Desk::library() const { return *m_state->library; }

const CaseReader &Desk::reader() const { return m_state->guarded; }

CaseLog &Desk::log() { return m_state->log; }

Instant Desk::now() const { return m_state->clock(); }

QString Desk::officeCode() const { return m_state->officeCode; }

QString Desk::officeName() const { return m_state->officeName; }

const Regulation &Desk::regulation() const { return m_state->regulation(); }

const Regulation &Desk::regulationOf(const CaseFile &caseFile) const
{
    return m_state->regulationOf(caseFile);
}

QVector<Regulation> Desk::regulations() const { return m_state->packs.values(); }

const WorkCalendar &Desk::calendar() const { return m_state->calendar; }

const OfficeHours &Desk::hours() const { return m_state->hours; }

const Actor &Desk::actor() const { return m_state->actor; }

void Desk::reread()
{
    const auto calendarBefore = m_state->calendar.years();
    const OfficeHours hoursBefore = m_state->hours;
    const QString regulationBefore = packKey(regulation().id, regulation().version);
    m_state->refresh();
    followActor();
    if (m_state->calendar.years() != calendarBefore || m_state->hours != hoursBefore) {
        emit calendarChanged();
    }
    if (packKey(regulation().id, regulation().version) != regulationBefore) {
        emit regulationChanged();
    }
    emit registerChanged();
}

} // namespace huiyin
