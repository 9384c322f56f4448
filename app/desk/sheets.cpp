// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject jsonOf(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

/// What two offices make of a form under one number is told apart by what it says.
QString editionOf(const QByteArray &toml)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(toml, QCryptographicHash::Sha256).toHex().left(6));
}

/// The fields a person fills on a sheet, and those of them he must.
void fieldsOf(const Sheet &sheet, QStringList &shown, QMap<QString, QString> &required)
{
    const auto visit = [&](const SheetCell &cell) {
        if (cell.kind == CellKind::Field) {
            shown << cell.field;
            if (cell.required && !cell.readOnly) {
                required.insert(cell.field, cell.zh);
            }
        }
    };
    for (const SheetCell &cell : sheet.cells) {
        visit(cell);
        std::for_each(cell.parts.cbegin(), cell.parts.cend(), visit);
    }
}

/// The line of an entry of [sheet], for faults that only the desk can tell.
int lineOf(const QByteArray &toml, QByteArrayView key)
{
    const QList<QByteArray> lines = toml.split('\n');
    const auto found = std::find_if(lines.cbegin(), lines.cend(), [&](const QByteArray &line) {
        return line.startsWith(key) &&
               line.mid(key.size()).trimmed().startsWith('='); // version = 2
    });
    return found == lines.cend() ? 1 : static_cast<int>(found - lines.cbegin()) + 1;
}

} // namespace

void Desk::State::readOwnSheets(const QMap<QString, QString> &settings)
{
    sheets = library->sheets;
    const QString texts = QLatin1StringView(config::kSheetText);
    QMap<QString, OwnSheet> read;
    for (auto it = settings.lowerBound(texts); it != settings.cend() && it.key().startsWith(texts);
         ++it) {
        const QJsonObject json = jsonOf(*it);
        const QByteArray toml = json.value(u"toml"_s).toString().toUtf8();
        const QString key = it.key().mid(texts.size());
        if (const auto known = ownSheets.constFind(key);
            known != ownSheets.cend() && known->toml == toml) {
            read.insert(key, *known); // settings are read anew often, sheets parsed once
            continue;
        }
        SheetReading reading = readSheet(toml, {}, library->catalogue, library->sheets);
        if (reading.sheet) {
            reading.sheet->edition = key.section(u'/', 1).section(u'-', 1);
            read.insert(key,
                        {*reading.sheet,
                         toml,
                         {reading.sheet->version,
                          reading.sheet->edition,
                          json.value(u"by"_s).toString(),
                          Instant::fromUtcMs(json.value(u"at"_s).toInteger()),
                          json.value(u"reason"_s).toString()}});
        }
    }
    ownSheets = read;
    const QString inForce = QLatin1StringView(config::kSheet);
    for (auto it = settings.lowerBound(inForce);
         it != settings.cend() && it.key().startsWith(inForce);
         ++it) {
        const QString id = it.key().mid(inForce.size());
        const QJsonObject chosen = jsonOf(*it);
        Sheet named;
        named.id = id;
        named.version = chosen.value(u"version"_s).toInt();
        named.edition = chosen.value(u"edition"_s).toString();
        const auto own = ownSheets.constFind(named.key());
        if (own != ownSheets.cend()) {
            sheets.insert(id, own->sheet);
        }
    }
}

const QMap<QString, Sheet> &Desk::sheets() const { return m_state->sheets; }

Sheet Desk::sheetFor(const CaseFile &caseFile, const QString &id) const
{
    if (caseFile.sheet.section(u'/', 0, 0) == id) {
        if (const auto own = m_state->ownSheets.constFind(caseFile.sheet);
            own != m_state->ownSheets.cend()) {
            return own->sheet;
        }
        if (const Sheet built = library().sheets.value(id); built.key() == caseFile.sheet) {
            return built;
        }
    }
    return sheets().value(id);
}

bool Desk::hasOwnSheet(const QString &id) const
{
    return m_state->ownSheets.contains(sheets().value(id).key());
}

QVector<SheetEdition> Desk::sheetEditions(const QString &id) const
{
    QVector<SheetEdition> list;
    for (const State::OwnSheet &own : std::as_const(m_state->ownSheets)) {
        if (own.sheet.id == id) {
            list.append(own.edition);
        }
    }
    std::sort(list.begin(), list.end(), [](const SheetEdition &a, const SheetEdition &b) {
        return std::pair(a.version, a.at) < std::pair(b.version, b.at);
    });
    return list;
}

int Desk::nextSheetVersion(const QString &id) const
{
    int newest = library().sheets.value(id).version;
    for (const SheetEdition &one : sheetEditions(id)) {
        newest = std::max(newest, one.version);
    }
    return newest + 1;
}

Result<QByteArray> Desk::sheetText(const QString &id, int version) const
{
    const Sheet built = library().sheets.value(id);
    if (built.id.isEmpty()) {
        return Error{u"sheet.unknown"_s,
                     {{u"sheet"_s, id}, {u"known"_s, QStringList(sheets().keys()).join(u' ')}}};
    }
    const Sheet present = sheets().value(id);
    const int wanted = version == 0 ? present.version : version;
    // Of several of one number the one in force is meant, else the latest.
    QVector<State::OwnSheet> meant;
    for (const State::OwnSheet &own : std::as_const(m_state->ownSheets)) {
        if (own.sheet.id == id && own.sheet.version == wanted) {
            meant.append(own);
        }
    }
    if (!meant.isEmpty()) {
        return std::max_element(meant.cbegin(),
                                meant.cend(),
                                [&](const State::OwnSheet &one, const State::OwnSheet &other) {
                                    const auto rank = [&](const State::OwnSheet &own) {
                                        return std::pair(own.sheet.key() == present.key(),
                                                         own.edition.at);
                                    };
                                    return rank(one) < rank(other);
                                })
            ->toml;
    }
    if (wanted != -1 && wanted != built.version) {
        return Error{u"sheet.version.unknown"_s,
                     {{u"sheet"_s, id}, {u"version"_s, QString::number(wanted)}}};
    }
    QFile file(u":/huiyin/sheets/"_s + id + u".toml"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{u"sheet.version.unknown"_s,
                     {{u"sheet"_s, id}, {u"version"_s, QString::number(wanted)}}};
    }
    return file.readAll();
}

Findings Desk::checkSheet(const QByteArray &toml, const QString &fileName) const
{
    // A variant stands on the built-in sheet: what the organisation makes of that one is its own.
    SheetReading reading = readSheet(toml, fileName, library().catalogue, library().sheets);
    if (!reading.sheet || refuses(reading.findings)) {
        return reading.findings;
    }
    const Sheet &sheet = *reading.sheet;
    const auto refuse = [&](const QString &code, int line, Args args) {
        args.insert(u"file"_s, fileName.isEmpty() ? sheet.id : fileName);
        args.insert(u"sheet"_s, sheet.id);
        reading.findings.append({code, Severity::Refusal, {}, std::move(args), {}, line, 1});
    };
    const auto built = library().sheets.constFind(sheet.id);
    if (built == library().sheets.cend()) {
        refuse(u"sheet.unknown"_s,
               lineOf(toml, "id"),
               {{u"known"_s, QStringList(library().sheets.keys()).join(u' ')}});
        return reading.findings;
    }
    // A version that cases were recorded with must keep its boxes.
    const auto &own = m_state->ownSheets;
    const bool known = std::any_of(own.cbegin(), own.cend(), [&](const State::OwnSheet &one) {
        return one.sheet.id == sheet.id && one.toml == toml;
    });
    const bool taken =
        !known && (sheet.version <= built->version ||
                   std::any_of(own.cbegin(), own.cend(), [&](const State::OwnSheet &one) {
                       return one.sheet.id == sheet.id && one.sheet.version == sheet.version;
                   }));
    if (taken) {
        refuse(u"sheet.versionTaken"_s,
               lineOf(toml, "version"),
               {{u"version"_s, QString::number(sheet.version)},
                {u"next"_s, QString::number(nextSheetVersion(sheet.id))}});
    }
    QStringList shown;
    QStringList builtShown;
    QMap<QString, QString> required;
    QMap<QString, QString> itsRequired;
    fieldsOf(*built, builtShown, required);
    fieldsOf(sheet, shown, itsRequired);
    for (auto it = required.cbegin(); it != required.cend(); ++it) {
        if (!shown.contains(it.key())) {
            refuse(u"sheet.required.missing"_s, 1, {{u"id"_s, it.key()}, {u"label"_s, *it}});
        }
    }
    return reading.findings;
}

Result<Outcome> Desk::adoptSheet(const QByteArray &toml, const QString &reason)
{
    Outcome outcome{checkSheet(toml), std::nullopt, {}};
    m_state->askRight(outcome.findings);
    if (refuses(outcome.findings)) {
        return outcome;
    }
    Sheet sheet = *readSheet(toml, {}, library().catalogue, library().sheets).sheet;
    sheet.edition = editionOf(toml);
    for (const State::OwnSheet &own : std::as_const(m_state->ownSheets)) {
        if (own.sheet.id == sheet.id && own.toml == toml) {
            sheet.edition = own.sheet.edition; // taken into the case file before
        }
    }
    QJsonObject about{{u"by"_s, actor().id}, {u"at"_s, now().utcMs()}};
    if (const QString why = reason.trimmed(); !why.isEmpty()) {
        about.insert(u"reason"_s, why);
    }
    QVector<NewEvent> events;
    const auto publish = [&](const QString &name, const QJsonObject &value) {
        events.append({QLatin1StringView(event::kConfigPublished),
                       std::nullopt,
                       QJsonObject{{u"name"_s, name}, {u"value"_s, compact(value)}}});
    };
    if (!m_state->ownSheets.contains(sheet.key())) {
        QJsonObject text = about;
        text.insert(u"toml"_s, QString::fromUtf8(toml));
        publish(QLatin1StringView(config::kSheetText) + sheet.key(), text);
    }
    about.insert(u"version"_s, sheet.version);
    if (!sheet.edition.isEmpty()) {
        about.insert(u"edition"_s, sheet.edition);
    }
    publish(QLatin1StringView(config::kSheet) + sheet.id, about);
    const auto recorded = m_state->append(events, now());
    if (!recorded) {
        return recorded.error();
    }
    m_state->refresh();
    emit sheetsChanged();
    return outcome;
}

Result<Outcome> Desk::restoreSheet(const QString &id, const QString &reason)
{
    Outcome outcome;
    m_state->askRight(outcome.findings);
    if (refuses(outcome.findings)) {
        return outcome;
    }
    if (!library().sheets.contains(id)) {
        outcome.findings.append(
            {u"sheet.unknown"_s,
             Severity::Refusal,
             {},
             {{u"sheet"_s, id}, {u"known"_s, QStringList(sheets().keys()).join(u' ')}}});
        return outcome;
    }
    if (!hasOwnSheet(id)) {
        outcome.findings.append(
            {u"sheet.builtin.already"_s, Severity::Warning, {}, {{u"sheet"_s, id}}});
        return outcome;
    }
    QJsonObject about{{u"version"_s, 0}, {u"by"_s, actor().id}, {u"at"_s, now().utcMs()}};
    if (const QString why = reason.trimmed(); !why.isEmpty()) {
        about.insert(u"reason"_s, why);
    }
    auto done = publishSetting(QLatin1StringView(config::kSheet) + id, compact(about));
    if (done) {
        emit sheetsChanged();
    }
    return done;
}

} // namespace huiyin
