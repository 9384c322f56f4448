// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every pack in the window: its plain story is told with the intake form and the case view before
// it, every form it offers on the way is shown. With HUIYIN_PICTURES=FOLDER[:en][:dark] in the
// environment each page is also kept as a picture, to be looked at.

#include <forms/intakeform.h>
#include <forms/stepform.h>
#include <forms/theme.h>
#include <support/roster.h>
#include <support/windowbench.h>
#include <window/caseview.h>
#include <window/inboxpage.h>
#include <window/intakepage.h>
#include <window/regulationpage.h>
#include <window/steppane.h>
#include <window/taskspage.h>

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

QList<QJsonObject> linesOf(const QString &story)
{
    QFile file(QStringLiteral(HUIYIN_SOURCE_DIR "/tests/flows/regulations/") + story + u".jsonl"_s);
    QList<QJsonObject> lines;
    if (file.open(QIODevice::ReadOnly)) {
        for (const auto &line : file.readAll().split('\n')) {
            if (!line.trimmed().isEmpty()) {
                lines.append(QJsonDocument::fromJson(line).object());
            }
        }
    }
    return lines;
}

QStringList wanted() { return qEnvironmentVariable("HUIYIN_PICTURES").split(QLatin1Char(':')); }

Language language() { return wanted().contains(u"en"_s) ? Language::English : Language::Chinese; }

/// A desk with the people of a story, told with the window.
class Story
{
public:
    explicit Story(const QString &name)
        : m_name(name)
        , m_lines(linesOf(name))
        , bench(m_lines.value(0).value(u"regulation"_s).toString(), language())
    {
        if (wanted().contains(u"dark"_s)) {
            Theme::follow(Theme::Choice::Dark);
        }
        *bench.now = *Instant::parseLocal(u"2026-01-01T00:00:00");
        const auto first = m_lines.takeFirst();
        const auto people = first.value(u"people"_s).toArray();
        setActor(people.at(0)[u"id"_s].toString());
        const auto with = first.value(u"with"_s).toVariant().toStringList();
        if (!with.isEmpty()) {
            accept(bench.desk->useRegulation(
                first.value(u"regulation"_s).toString(), std::nullopt, with));
        }
        if (const auto faults = support::enterPeople(*bench.desk, people); !faults.isEmpty()) {
            qFatal("%s: %s", qPrintable(m_name), qPrintable(faults.join(u' ')));
        }
    }

    void setActor(const QString &person) const
    {
        if (!bench.desk->setActor(person)) {
            qFatal("%s: nobody called %s", qPrintable(m_name), qPrintable(person));
        }
    }

    void accept(const Result<Outcome> &outcome) const
    {
        if (!outcome || refuses(outcome->findings)) {
            qFatal("%s: %s",
                   qPrintable(m_name),
                   outcome ? qPrintable(outcome->findings.first().code) : "error");
        }
    }

    /// Tells the story; after every act the page shown is handed to `look`.
    void tell(const std::function<void(QWidget &page, const QString &place)> &look)
    {
        for (const auto &line : std::as_const(m_lines)) {
            const auto action = line.value(u"do"_s).toString();
            if (const auto at = Instant::parseLocal(line.value(u"at"_s).toString())) {
                *bench.now = *at;
            }
            if (line.contains(u"by"_s)) {
                setActor(line.value(u"by"_s).toString());
            }
            if (action.isEmpty() || line.contains(u"refused"_s)) {
                continue;
            }
            const auto name = line.value(u"case"_s).toString(u"A"_s);
            if (action == u"record"_s) {
                record(name, line.value(u"fields"_s).toObject(), look);
            } else if (m_cases.contains(name)) {
                bench.window->openCase(*m_cases.constFind(name));
                auto *view = qobject_cast<CaseView *>(bench.window->currentPage());
                view->refresh();
                showForms(*view, action, look);
                accept(bench.desk->act(
                    *m_cases.constFind(name), action, line.value(u"fields"_s).toObject()));
            }
        }
    }

    void record(const QString &name,
                const QJsonObject &fields,
                const std::function<void(QWidget &page, const QString &place)> &look)
    {
        auto *intake = bench.window->openIntake();
        QJsonObject values = fields;
        for (const auto &field : fields.keys()) {
            const auto *def = bench.shell().library->catalogue.field(field);
            const auto moment = Instant::parseLocal(fields.value(field).toString());
            if (def && def->type == FieldType::DateTime && moment) {
                values.insert(field, moment->utcMs());
            }
        }
        intake->form()->setFields(values);
        look(*bench.window, u"intake"_s);
        intake->form()->submit();
        auto *view = qobject_cast<CaseView *>(bench.window->currentPage());
        if (!view) {
            QStringList said;
            for (const auto *label : intake->findChildren<QLabel *>()) {
                said.append(label->text());
            }
            qFatal("%s: not recorded from the window: %s",
                   qPrintable(m_name),
                   qPrintable(said.join(QLatin1Char('|'))));
        }
        m_cases.insert(name, view->caseId());
        look(*bench.window, u"recorded"_s);
    }

    /// Every step form offered now, the one the story takes among them, and the other tabs.
    void showForms(CaseView &view,
                   const QString &action,
                   const std::function<void(QWidget &page, const QString &place)> &look)
    {
        // The other tabs where the case is new to the window, each time for pictures.
        auto *tabs = view.findChild<QTabWidget *>();
        const bool all = !wanted().first().isEmpty() || !std::exchange(m_tabsSeen, true);
        for (int at = 0; all && at < tabs->count(); ++at) {
            tabs->setCurrentIndex(at);
            look(*bench.window, u"before %1, tab %2"_s.arg(action).arg(at));
        }
        view.openStep(action);
        look(*bench.window, u"form "_s + action);
    }

    QString m_name;
    QList<QJsonObject> m_lines;
    support::WindowBench bench;

private:
    QHash<QString, CaseId> m_cases;
    bool m_tabsSeen = false;
};

QString plainWords(QString words)
{
    words.remove(QRegularExpression(u"\\s*\\(&.\\)"_s));
    return words.remove(QLatin1Char('&'));
}

/// The widgets a keyboard reaches that do not say what they are, or say something else.
QStringList unnamed(const QWidget &page)
{
    QStringList faults;
    for (const auto *widget : page.findChildren<QWidget *>()) {
        // What only holds pages says what it is by their tabs.
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisibleTo(&page) ||
            qobject_cast<const QTabWidget *>(widget) || widget->objectName().startsWith(u"qt_"_s)) {
            continue;
        }
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto text = button ? plainWords(button->text()) : QString();
        const auto name = plainWords(widget->accessibleName());
        if ((name.isEmpty() && text.isEmpty()) ||
            (!name.isEmpty() &&
             !text.simplified().startsWith(name.section(QLatin1Char(' '), 0, 0)) &&
             !name.contains(text))) {
            faults.append(
                u"%1 %2 \"%3\" \"%4\""_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                             widget->objectName(),
                                             text,
                                             name));
        }
    }
    return faults;
}

} // namespace

class TestPackWindows : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        if (m_translator.load(QStringLiteral(HUIYIN_BIN_DIR "/../app/entry/huiyin_") +
                              (language() == Language::Chinese ? u"zh_CN.qm"_s : u"en.qm"_s))) {
            QCoreApplication::installTranslator(&m_translator);
        }
    }

    // A slot each: the time QtTest allows is counted by slot, whatever the rows of its data.
    void tobIsToldInTheWindow() { tellInTheWindow(u"tob/plain"_s); }

    void standardIsToldInTheWindow() { tellInTheWindow(u"standard/plain"_s); }

    void trdIsToldInTheWindow() { tellInTheWindow(u"trd/plain"_s); }

    void bldIsToldInTheWindow() { tellInTheWindow(u"bld/plain"_s); }

    void dstIsToldInTheWindow() { tellInTheWindow(u"dst/plain"_s); }

    void lawIsToldInTheWindow() { tellInTheWindow(u"law/plain"_s); }

    void svcIsToldInTheWindow() { tellInTheWindow(u"svc/plain"_s); }

    void netIsToldInTheWindow() { tellInTheWindow(u"net/plain"_s); }

    void ccaIsToldInTheWindow() { tellInTheWindow(u"cca/plain"_s); }

    void ccbIsToldInTheWindow() { tellInTheWindow(u"ccb/plain"_s); }

    void devIsToldInTheWindow() { tellInTheWindow(u"dev/fined"_s); }

    void majIsToldInTheWindow() { tellInTheWindow(u"maj/plain"_s); }

private:
    static void tellInTheWindow(const QString &story)
    {
        Story told(story);
        int picture = 0;
        QStringList faults;
        const auto folder = wanted().first();
        const auto look = [&](QWidget &page, const QString &place) {
            QCoreApplication::processEvents();
            for (const auto &fault : unnamed(page)) {
                faults.append(place + u": "_s + fault);
            }
            if (!folder.isEmpty()) {
                page.grab().save(
                    u"%1/%2-%3-%4.png"_s.arg(folder, QString(story).replace(u'/', u'-'))
                        .arg(++picture, 2, 10, QLatin1Char('0'))
                        .arg(QString(place).replace(u' ', u'_')));
            }
        };
        told.tell(look);
        for (const auto *command : {"tasks.open", "inbox.open", "regulation.open"}) {
            emit told.bench.shell().commands.triggered(QLatin1String(command));
            QTRY_VERIFY(told.bench.shell().jobs.jobs().isEmpty());
            look(*told.bench.window, QLatin1String(command));
        }
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    QTranslator m_translator;
};

QTEST_MAIN(TestPackWindows)
#include "tst_packwindows.moc"
