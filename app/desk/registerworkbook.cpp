// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/registerworkbook.h>

#include <QDate>
#include <QFile>
#include <QHash>
#include <QIODevice>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>
#include <zip.h>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kMostPart = 512LL << 20; ///< bytes of one part, unpacked
constexpr qint64 kMostCells = 10'000'000;
constexpr int kMostColumns = 1'000; ///< a text further to the right is no column of a register
constexpr int kDaysOf1904 = 1'462;  ///< between the two calendars a workbook may count by
constexpr int kSecondsOfDay = 86'400;

/// One packed part, unpacked while it is read; what it claims to measure is not believed.
class Part : public QIODevice
{
public:
    explicit Part(zip_file_t *file)
        : m_file(file)
    {
        open(ReadOnly);
    }

    ~Part() override { zip_fclose(m_file); }

    Part(const Part &) = delete;
    Part &operator=(const Part &) = delete;

    [[nodiscard]] bool isSequential() const override { return true; }

    [[nodiscard]] bool tooLarge() const { return m_read > kMostPart; }

protected:
    qint64 readData(char *to, qint64 most) override
    {
        if (tooLarge()) {
            return -1;
        }
        const auto got = zip_fread(m_file, to, static_cast<zip_uint64_t>(most));
        m_read += std::max<qint64>(0, got);
        return got > 0 ? got : -1;
    }

    qint64 writeData(const char * /*from*/, qint64 /*most*/) override { return -1; }

private:
    zip_file_t *m_file;
    qint64 m_read = 0;
};

struct Close
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};

struct SheetPlace
{
    QString name;
    QString part; ///< the packed file; the id of the relation that leads there before it is known
    bool hidden = false;
};

/// Which number formats show a date or a time.
bool showsTime(int id, QString code)
{
    if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
        (id >= 50 && id <= 58)) {
        return true;
    }
    static const QRegularExpression literal(u"(\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.|_.|\\*.)"_s);
    static const QRegularExpression part(u"[ymdhs]"_s, QRegularExpression::CaseInsensitiveOption);
    const bool elapsed = code.contains(u"[h"_s, Qt::CaseInsensitive);
    return elapsed || code.remove(literal).contains(part);
}

QString two(qint64 number) { return u"%1"_s.arg(number, 2, 10, QLatin1Char('0')); }

/// A serial day of the workbook as people write it; nothing outside the calendar.
QString dateText(double serial, bool from1904)
{
    constexpr double kLastDay = 2'958'466; // 10000-01-01
    if (!std::isfinite(serial) || serial < 0 || serial >= kLastDay) {
        return {};
    }
    const auto seconds = static_cast<qint64>(std::llround(serial * kSecondsOfDay));
    const qint64 days = seconds / kSecondsOfDay;
    const qint64 rest = seconds % kSecondsOfDay;
    QString time = two(rest / 3600) + u':' + two(rest / 60 % 60);
    if (rest % 60 != 0) {
        time += u':' + two(rest % 60);
    }
    if (days == 0) {
        return time;
    }
    const QString date =
        QDate(1899, 12, 30).addDays(days + (from1904 ? kDaysOf1904 : 0)).toString(Qt::ISODate);
    return rest == 0 ? date : date + u' ' + time;
}

QString numberText(double number)
{
    constexpr double kExact = 1e15;
    return number == std::floor(number) && std::abs(number) < kExact
               ? QString::number(static_cast<qint64>(number))
               : QString::number(number, 'g', 15);
}

/// `_x000D_` and its like are characters that the format cannot hold otherwise.
QString unescaped(QString text)
{
    static const QRegularExpression escape(u"_x([0-9A-Fa-f]{4})_"_s);
    qsizetype at = 0;
    for (auto match = escape.match(text, at); match.hasMatch(); match = escape.match(text, at)) {
        at = match.capturedStart();
        text.replace(at, match.capturedLength(), QChar(match.captured(1).toUShort(nullptr, 16)));
        ++at;
    }
    return text.remove(u'\r');
}

class WorkbookReader
{
public:
    WorkbookReader(zip_t *archive, QString path)
        : m_archive(archive)
        , m_path(std::move(path))
    {
    }

    Result<QVector<RegisterRecord>> read(const QString &wanted)
    {
        const auto placed = sheets();
        if (!placed) {
            return placed.error();
        }
        const auto chosen =
            std::find_if(placed->cbegin(), placed->cend(), [&](const SheetPlace &sheet) {
                return wanted.isEmpty() ? !sheet.hidden : sheet.name == wanted;
            });
        if (chosen == placed->cend()) {
            QStringList names;
            for (const SheetPlace &sheet : *placed) {
                names.append(sheet.name);
            }
            return Error{
                u"import.sheet.unknown"_s,
                {{u"path"_s, m_path}, {u"sheet"_s, wanted}, {u"known"_s, names.join(u'、')}}};
        }
        for (const auto &[name, reads] :
             {std::pair(u"xl/sharedStrings.xml"_s, &WorkbookReader::readStrings),
              std::pair(u"xl/styles.xml"_s, &WorkbookReader::readStyles)}) {
            if (zip_name_locate(m_archive, name.toUtf8().constData(), 0) < 0) {
                continue; // a workbook may do without
            }
            if (const auto done =
                    part(name, [&, reads](QXmlStreamReader &xml) { (this->*reads)(xml); });
                !done) {
                return done.error();
            }
        }
        const auto done = part(chosen->part, [&](QXmlStreamReader &xml) { readRows(xml); });
        if (!done) {
            return done.error();
        }
        return std::move(m_rows);
    }

    /// The sheets that hold cells, in the order of the workbook.
    Result<QVector<SheetPlace>> sheets()
    {
        QHash<QString, QString> targets;
        QVector<SheetPlace> found;
        const auto book =
            part(u"xl/workbook.xml"_s, [&](QXmlStreamReader &xml) { readBook(xml, found); });
        if (!book) {
            return book.error();
        }
        const auto relations = part(u"xl/_rels/workbook.xml.rels"_s, [&](QXmlStreamReader &xml) {
            while (!xml.atEnd()) {
                if (xml.readNext() == QXmlStreamReader::StartElement &&
                    xml.name() == u"Relationship") {
                    targets.insert(word(xml, "Id"), word(xml, "Target"));
                }
            }
        });
        if (!relations) {
            return relations.error();
        }
        for (SheetPlace &sheet : found) {
            const QString target = targets.value(sheet.part);
            sheet.part = target.startsWith(u'/') ? target.mid(1) : u"xl/"_s + target;
        }
        found.removeIf(
            [](const SheetPlace &sheet) { return !sheet.part.contains(u"worksheets/"_s); });
        return found;
    }

private:
    static QString word(const QXmlStreamReader &xml, const char *name)
    {
        return xml.attributes().value(QLatin1StringView(name)).toString();
    }

    Error broken(const QString &what) const
    {
        return {u"import.workbook"_s, {{u"path"_s, m_path}, {u"what"_s, what}}};
    }

    Result<Done> part(const QString &name, const std::function<void(QXmlStreamReader &)> &reads)
    {
        zip_file_t *file = zip_fopen(m_archive, name.toUtf8().constData(), 0);
        if (file == nullptr) {
            return broken(name);
        }
        Part device(file);
        QXmlStreamReader xml(&device);
        reads(xml);
        if (device.tooLarge() || m_cells > kMostCells) {
            return Error{u"import.workbook.tooLarge"_s, {{u"path"_s, m_path}}};
        }
        if (xml.hasError()) {
            return broken(u"%1:%2"_s.arg(name).arg(xml.lineNumber()));
        }
        return Done{};
    }

    void readBook(QXmlStreamReader &xml, QVector<SheetPlace> &sheets)
    {
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) {
                continue;
            }
            if (xml.name() == u"workbookPr") {
                const QString value = word(xml, "date1904");
                m_from1904 = value == u"1" || value == u"true";
            } else if (xml.name() == u"sheet") {
                SheetPlace sheet{word(xml, "name"),
                                 {},
                                 !word(xml, "state").isEmpty() && word(xml, "state") != u"visible"};
                for (const auto &attribute : xml.attributes()) {
                    if (attribute.name() == u"id" && !attribute.namespaceUri().isEmpty()) {
                        sheet.part = attribute.value().toString();
                    }
                }
                sheets.append(sheet);
            }
        }
    }

    void readStrings(QXmlStreamReader &xml)
    {
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"si") {
                m_strings.append(richText(xml, u"si"));
            }
        }
    }

    void readStyles(QXmlStreamReader &xml)
    {
        QHash<int, QString> codes;
        bool ofCells = false;
        while (!xml.atEnd()) {
            const auto token = xml.readNext();
            if (xml.name() == u"cellXfs") {
                ofCells = token == QXmlStreamReader::StartElement;
            } else if (token != QXmlStreamReader::StartElement) {
                continue;
            } else if (xml.name() == u"numFmt") {
                codes.insert(word(xml, "numFmtId").toInt(), word(xml, "formatCode"));
            } else if (ofCells && xml.name() == u"xf") {
                const int id = word(xml, "numFmtId").toInt();
                m_showsTime.append(showsTime(id, codes.value(id)));
            }
        }
    }

    /// The text of a string with runs; how it is read aloud does not belong to it.
    static QString richText(QXmlStreamReader &xml, QStringView end)
    {
        QString text;
        while (!xml.atEnd()) {
            const auto token = xml.readNext();
            if (token == QXmlStreamReader::EndElement && xml.name() == end) {
                break;
            }
            if (token != QXmlStreamReader::StartElement) {
                continue;
            }
            if (xml.name() == u"rPh") {
                xml.skipCurrentElement();
            } else if (xml.name() == u"t") {
                text += xml.readElementText(QXmlStreamReader::SkipChildElements);
            }
        }
        return unescaped(text);
    }

    QString valueText(const QString &written, QStringView type, int style) const
    {
        if (type == u"s") {
            return m_strings.value(written.toInt());
        }
        if (type == u"b") {
            return written == u"1" ? u"是"_s : u"否"_s;
        }
        if (type == u"d") {
            return QString(written).replace(u'T', u' ');
        }
        if (type == u"str" || type == u"e") {
            return unescaped(written);
        }
        bool fine = false;
        const double number = written.toDouble(&fine);
        if (!fine) {
            return written;
        }
        const QString moment = m_showsTime.value(style) ? dateText(number, m_from1904) : QString();
        return moment.isEmpty() ? numberText(number) : moment;
    }

    QString cellText(QXmlStreamReader &xml)
    {
        const QString type = word(xml, "t");
        const int style = word(xml, "s").toInt();
        QString text;
        while (!xml.atEnd()) {
            const auto token = xml.readNext();
            if (token == QXmlStreamReader::EndElement && xml.name() == u"c") {
                break;
            }
            if (token != QXmlStreamReader::StartElement) {
                continue;
            }
            if (xml.name() == u"is") {
                text = richText(xml, u"is");
            } else if (xml.name() == u"v") {
                text = valueText(
                    xml.readElementText(QXmlStreamReader::SkipChildElements), type, style);
            }
        }
        return text;
    }

    /// The column of `BC12`, from 0; -1 if it is none.
    static int columnOf(QStringView place)
    {
        int column = 0;
        for (const QChar c : place) {
            if (c < u'A' || c > u'Z' || column > kMostColumns) {
                break;
            }
            column = column * 26 + c.unicode() - u'A' + 1;
        }
        return column - 1;
    }

    void readRows(QXmlStreamReader &xml)
    {
        RegisterRecord row;
        int at = 0;
        while (!xml.atEnd() && m_cells <= kMostCells) {
            const auto token = xml.readNext();
            if (token == QXmlStreamReader::EndElement && xml.name() == u"row") {
                if (!row.cells.isEmpty()) {
                    m_rows.append(std::exchange(row, {}));
                }
            } else if (token != QXmlStreamReader::StartElement) {
                continue;
            } else if (xml.name() == u"row") {
                const QString number = word(xml, "r");
                at = number.isEmpty() ? at + 1 : number.toInt();
                row = {};
                row.line = at;
                m_column = 0;
            } else if (xml.name() == u"c") {
                readCell(xml, row);
            }
        }
    }

    void readCell(QXmlStreamReader &xml, RegisterRecord &row)
    {
        const QString place = word(xml, "r");
        const int column = place.isEmpty() ? m_column : columnOf(place);
        const QString text = cellText(xml);
        m_column = column + 1;
        if (text.isEmpty() || column < 0) {
            return;
        }
        if (column >= kMostColumns) {
            m_cells = kMostCells + 1;
            return;
        }
        const auto more = std::max<qsizetype>(0, column + 1 - row.cells.size());
        row.cells.resize(row.cells.size() + more);
        row.cells[column] = text;
        m_cells += more;
    }

    zip_t *m_archive;
    QString m_path;
    QStringList m_strings;
    QVector<bool> m_showsTime; ///< per style of a cell
    QVector<RegisterRecord> m_rows;
    qint64 m_cells = 0;
    int m_column = 0;
    bool m_from1904 = false;
};

} // namespace

bool looksLikeWorkbook(const QByteArray &bytes) { return bytes.startsWith("PK\x03\x04"); }

QStringList workbookSheets(const QString &path)
{
    QStringList names;
    const std::unique_ptr<zip_t, Close> archive(
        zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr));
    if (archive) {
        if (const auto sheets = WorkbookReader(archive.get(), path).sheets()) {
            for (const SheetPlace &sheet : *sheets) {
                if (!sheet.hidden) {
                    names.append(sheet.name);
                }
            }
        }
    }
    return names;
}

Result<QVector<RegisterRecord>>
workbookRecords(const QByteArray &bytes, const QString &sheet, const QString &path)
{
    zip_error_t trouble;
    zip_error_init(&trouble);
    zip_source_t *source = zip_source_buffer_create(
        bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &trouble);
    const std::unique_ptr<zip_t, Close> archive(
        source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &trouble));
    const QString why = QString::fromUtf8(zip_error_strerror(&trouble));
    zip_error_fini(&trouble);
    if (!archive) {
        if (source != nullptr) {
            zip_source_free(source);
        }
        return Error{u"import.workbook"_s, {{u"path"_s, path}, {u"what"_s, why}}};
    }
    if (zip_name_locate(archive.get(), "xl/workbook.xml", 0) < 0) {
        return Error{u"import.format"_s, {{u"path"_s, path}}};
    }
    return WorkbookReader(archive.get(), path).read(sheet);
}

} // namespace huiyin
