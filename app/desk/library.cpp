// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <rules/catalogue.h>

#include <QDir>
#include <QFile>

#include <functional>
#include <future>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

const auto kRoot = u":/huiyin/"_s;

std::optional<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return file.readAll();
}

/// The first fault of a file as the error, all of them in its detail.
std::optional<Error> faultOf(const QString &file, const Findings &findings)
{
    std::optional<Error> error;
    QStringList all;
    for (const Finding &finding : findings) {
        if (finding.severity != Severity::Refusal) {
            continue;
        }
        if (!error) {
            error = Error{u"library.faulty"_s,
                          {{u"file"_s, file},
                           {u"line"_s, QString::number(finding.line)},
                           {u"column"_s, QString::number(finding.column)},
                           {u"what"_s, finding.code}}};
        }
        QStringList args;
        for (auto it = finding.args.cbegin(); it != finding.args.cend(); ++it) {
            args.append(it.key() + u'=' + it.value());
        }
        all.append(u"%1:%2:%3 %4 %5"_s.arg(file)
                       .arg(finding.line)
                       .arg(finding.column)
                       .arg(finding.code, args.join(u' ')));
    }
    if (error) {
        error->detail = all.join(u'\n');
    }
    return error;
}

Error missing(const QString &file)
{
    return {
        u"library.faulty"_s,
        {{u"file"_s, file}, {u"line"_s, u"0"_s}, {u"column"_s, u"0"_s}, {u"what"_s, u"missing"_s}}};
}

SheetsReading readBuiltinSheets(const FieldCatalogue &catalogue)
{
    QVector<SheetFile> files;
    for (const QString &file :
         QDir(kRoot + u"sheets"_s).entryList({u"*.toml"_s}, QDir::Files, QDir::Name)) {
        files.append({file, bytesOf(kRoot + u"sheets/"_s + file).value_or(QByteArray())});
    }
    return readSheets(files, catalogue);
}

} // namespace

Result<std::shared_ptr<const Library>> Library::load()
{
    const auto fields = bytesOf(kRoot + u"fields.toml"_s);
    const auto codes = bytesOf(kRoot + u"codes.toml"_s);
    const auto days = bytesOf(kRoot + u"calendars/cn-workdays.json"_s);
    if (!fields || !codes || !days) {
        return missing(!fields  ? u"fields.toml"_s
                       : !codes ? u"codes.toml"_s
                                : u"calendars/cn-workdays.json"_s);
    }
    CatalogueReading catalogue = readCatalogue(*fields, *codes);
    if (const auto fault = faultOf(u"fields.toml"_s, catalogue.findings);
        fault || !catalogue.catalogue) {
        return fault.value_or(missing(u"fields.toml"_s));
    }
    // Beside the packs: the window waits for both.
    auto coming =
        std::async(std::launch::async, readBuiltinSheets, std::cref(*catalogue.catalogue));
    auto calendar = WorkCalendar::fromJson(*days);
    if (!calendar) {
        return calendar.error();
    }
    auto texts = Texts::load();
    if (!texts) {
        return texts.error();
    }
    const auto packs = loadRegulations(*catalogue.catalogue);
    if (!packs) {
        return packs.error();
    }
    QMap<QString, Regulation> regulations;
    for (const Regulation &pack : *packs) {
        regulations.insert(pack.id, pack);
    }
    SheetsReading sheets = coming.get();
    if (const auto fault =
            faultOf(u"sheets/"_s + (sheets.findings.isEmpty()
                                        ? QString()
                                        : sheets.findings.first().args.value(u"file"_s)),
                    sheets.findings)) {
        return *fault;
    }
    return std::make_shared<const Library>(Library{std::move(*catalogue.catalogue),
                                                   std::move(sheets.sheets),
                                                   std::move(regulations),
                                                   *calendar,
                                                   *texts});
}

} // namespace huiyin
