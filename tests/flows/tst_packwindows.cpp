// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every pack in the window: its plain story is told with the intake form and the case view before
// it, every form it offers on the way is shown. With HUIYIN_PICTURES=FOLDER[:en][:dark] in the
// environment each page is also kept as a picture, to be looked at.

#include <forms/intakeform.h>
#include <forms/memorow.h>
#include <forms/papergrid.h>
#include <forms/stepform.h>
#include <forms/textcell.h>
#include <forms/theme.h>
#include <rules/decide.h>
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
        if (const auto refused = support::enterPeople(*bench.desk, people); !refused.isEmpty()) {
            qFatal("%s: %s", qPrintable(m_name), qPrintable(refused.join(u' ')));
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
                checkForms(*m_cases.constFind(name));
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

    /// What the forms of all steps open now ask for without a mark, or go on saying once it is
    /// mended.
    void checkForms(const CaseId &id)
    {
        const auto caseFile = *bench.desk->reader().caseFile(id);
        FormHouse house = bench.shell().house();
        house.regulation = bench.desk->regulationOf(caseFile);
        for (const auto &offer : bench.desk->steps(caseFile)) {
            const bool elsewhere =
                !house.regulation.move(offer.action) &&
                !QStringList{u"extend"_s, u"pause"_s, u"resume"_s}.contains(offer.action);
            if (!offer.allowed || elsewhere || m_formsChecked.contains(offer.action)) {
                continue;
            }
            m_formsChecked.insert(offer.action);
            StepForm form(house, caseFile, offer);
            const Ground ground{house.regulation,
                                bench.desk->calendar(),
                                house.ground.library->catalogue,
                                house.ground.hours,
                                u"00"_s,
                                *bench.now};
            const auto decision = decideStep(
                ground, bench.desk->actor(), caseFile, offer.action, form.input(), std::nullopt);
            form.showFindings(decision.findings);
            for (const auto &finding : decision.findings) {
                if (finding.severity == Severity::Refusal) {
                    checkMark(form, finding);
                }
            }
            checkMending(form);
        }
    }

    /// Refusals of empty forms that were looked at.
    [[nodiscard]] int marksSeen() const { return m_marksSeen; }

    QStringList faults; ///< of the forms
    QString m_name;
    QList<QJsonObject> m_lines;
    support::WindowBench bench;

private:
    void checkMark(const StepForm &form, const Finding &finding)
    {
        const auto *grid = form.grid();
        const auto marked = [](const MemoRow *row) {
            return row && !row->message().isEmpty() && row->findChild<QLabel *>(u"required"_s);
        };
        const bool ofCell =
            finding.code == u"step.needs" || finding.code == u"extend.demand" ||
            (finding.code.endsWith(u".reason") && grid && grid->cell(finding.field));
        const bool told =
            ofCell ? !grid || !grid->cell(finding.field) ||
                         grid->requiredFields().contains(finding.field)
            : finding.code.endsWith(u".reason") ? marked(form.reason())
            : finding.code == u"step.part.result"
                ? marked(form.result())
                : finding.code != u"step.needsOneOf" || form.findChild<QLabel *>(u"oneOf"_s);
        ++m_marksSeen;
        if (!told) {
            faults.append(
                u"%1: %2 %3 has no mark"_s.arg(form.offer().action, finding.code, finding.field));
        }
    }

    void checkMending(StepForm &form)
    {
        const auto fault = [&](const QString &what) {
            faults.append(u"%1: %2 is said after it is mended"_s.arg(form.offer().action, what));
        };
        for (auto *row : {form.reason(), form.result()}) {
            if (row) {
                row->cell()->setPlainText(u"已向客户说明。"_s);
                if (!row->message().isEmpty()) {
                    fault(row->message());
                }
            }
        }
        for (const auto &field : form.grid() ? form.grid()->fieldOrder() : QStringList()) {
            auto *text = qobject_cast<MemoCell *>(form.grid()->cell(field)->editor());
            if (text && !form.grid()->messageOf(field).isEmpty()) {
                text->setPlainText(u"已向客户说明。"_s);
                if (!form.grid()->messageOf(field).isEmpty()) {
                    fault(field);
                }
            }
        }
    }

    QHash<QString, CaseId> m_cases;
    QSet<QString> m_formsChecked;
    int m_marksSeen = 0;
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
        faults += told.faults;
        faults.removeDuplicates();
        QVERIFY2(told.marksSeen() > 3, "no step asks for anything");
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    QTranslator m_translator;
};

QTEST_MAIN(TestPackWindows)
#include "tst_packwindows.moc"
