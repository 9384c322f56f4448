// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/importmark.h>
#include <forms/intakeform.h>
#include <report/ledger.h>
#include <window/banner.h>
#include <window/calendarpage.h>
#include <window/caselistpage.h>
#include <window/casetable.h>
#include <window/caseview.h>
#include <window/draftspage.h>
#include <window/importpage.h>
#include <window/inboxpage.h>
#include <window/intakepage.h>
#include <window/keycardpage.h>
#include <window/mainwindow.h>
#include <window/navpane.h>
#include <window/palette.h>
#include <window/previewpage.h>
#include <window/printing.h>
#include <window/regulationpage.h>
#include <window/reportpage.h>
#include <window/searchpage.h>
#include <window/sheetspage.h>
#include <window/statusstrip.h>
#include <window/taskspage.h>
#include <window/undostrip.h>

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPointer>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

namespace huiyin {

namespace {

bool isOwn(const QString &command)
{
    static const QSet<QString> kOwn = {
        QStringLiteral("case.new"),          QStringLiteral("register.import"),
        QStringLiteral("tab.next"),          QStringLiteral("app.quit"),
        QStringLiteral("search.open"),       QStringLiteral("commands.open"),
        QStringLiteral("view.refresh"),      QStringLiteral("view.nextPane"),
        QStringLiteral("view.previousPane"), QStringLiteral("view.larger"),
        QStringLiteral("view.smaller"),      QStringLiteral("view.normal"),
        QStringLiteral("view.fullScreen"),   QStringLiteral("caller.find"),
        QStringLiteral("report.open"),       QStringLiteral("calendar.open"),
        QStringLiteral("drafts.open"),       QStringLiteral("file.backup"),
        QStringLiteral("tasks.open"),        QStringLiteral("inbox.open"),
        QStringLiteral("regulation.open"),   QStringLiteral("file.verify"),
        QStringLiteral("help.keys"),         QStringLiteral("help.about"),
        QStringLiteral("help.field"),        QStringLiteral("caller.take"),
        QStringLiteral("caller.append"),     QStringLiteral("sheets.open"),
    };
    return kOwn.contains(command);
}

} // namespace

template <typename PageType> PageType *MainWindow::pageOf() const
{
    for (auto *page : pages()) {
        if (auto *wanted = qobject_cast<PageType *>(page)) {
            return wanted;
        }
    }
    return nullptr;
}

std::optional<CommandState> MainWindow::ownState(const QString &command) const
{
    if (command == QLatin1String("tab.close")) {
        return CommandState{currentPage() != m_list, tr("The list stays open.")};
    }
    if (command == QLatin1String("edit.undo")) {
        return CommandState{m_undo->isOffering(),
                            tr("Nothing was done in the last 10 seconds that can be undone; later "
                               "it is amended.")};
    }
    if (isOwn(command)) {
        return CommandState{};
    }
    return std::nullopt;
}

void MainWindow::updateStates()
{
    const auto *page = currentPage();
    for (const auto &id : m_shell.commands.ids()) {
        auto state = ownState(id);
        if (!state && page) {
            state = page->state(id);
        }
        if (state) {
            m_shell.commands.setState(id, state->enabled, state->reason);
        } else {
            m_shell.commands.setState(
                id, false, tr("There is nothing to do this with on this page."));
        }
    }
}

void MainWindow::act(const QString &command)
{
    if (actOwn(command)) {
        return;
    }
    auto *page = currentPage();
    if (!page) {
        return;
    }
    const auto state = page->state(command);
    if (state && state->enabled) {
        page->perform(command);
    } else if (state) {
        m_strip->say(state->reason);
    }
}

bool MainWindow::actOwn(const QString &command)
{
    const auto show = [this]<typename PageType>(PageType *page) {
        if (page) {
            showPage(page);
        } else {
            addPage(new PageType(m_shell));
        }
    };
    if (command == QLatin1String("case.new")) {
        openIntake();
    } else if (command == QLatin1String("edit.undo")) {
        m_undo->undo();
    } else if (command == QLatin1String("caller.take")) {
        takeCall();
    } else if (command == QLatin1String("caller.append")) {
        appendCall();
    } else if (command == QLatin1String("tab.close")) {
        closePage(currentPage());
    } else if (command == QLatin1String("tab.next")) {
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count());
    } else if (command == QLatin1String("app.quit")) {
        close();
    } else if (command == QLatin1String("search.open") || command == QLatin1String("caller.find")) {
        if (command == QLatin1String("caller.find")) {
            if (auto *intake = qobject_cast<IntakePage *>(currentPage())) {
                intake->form()->focusCaller();
                return true;
            }
        }
        show(pageOf<SearchPage>());
        auto *search = pageOf<SearchPage>();
        if (!m_searchBox->text().isEmpty()) {
            search->search(m_searchBox->text());
            m_searchBox->clear();
        }
        search->begin(command == QLatin1String("caller.find")
                          ? tr("Caller: phone, its last 4 digits, or name")
                          : QString());
    } else if (command == QLatin1String("commands.open")) {
        m_palette->open();
    } else if (command == QLatin1String("view.refresh")) {
        if (auto *page = currentPage()) {
            page->refresh();
        }
        m_queues.recount();
        countOwed();
    } else if (command == QLatin1String("view.nextPane") ||
               command == QLatin1String("view.previousPane")) {
        movePane(command == QLatin1String("view.nextPane") ? 1 : -1);
    } else if (command == QLatin1String("view.larger") ||
               command == QLatin1String("view.smaller")) {
        setLetterStep(command == QLatin1String("view.larger") ? 1 : -1);
    } else if (command == QLatin1String("view.normal")) {
        applyLetters(WindowSettings::letterSizes().first());
    } else if (command == QLatin1String("view.fullScreen")) {
        setWindowState(windowState() ^ Qt::WindowFullScreen);
    } else if (command == QLatin1String("report.open")) {
        show(pageOf<ReportPage>());
    } else if (command == QLatin1String("calendar.open")) {
        show(pageOf<CalendarPage>());
    } else if (command == QLatin1String("drafts.open")) {
        if (auto *drafts = pageOf<DraftsPage>()) {
            drafts->refresh();
        }
        show(pageOf<DraftsPage>());
        m_nav->mark(QStringLiteral("drafts"));
    } else if (command == QLatin1String("tasks.open")) {
        show(pageOf<TasksPage>());
        m_nav->mark(QStringLiteral("tasks"));
    } else if (command == QLatin1String("regulation.open")) {
        show(pageOf<RegulationPage>());
    } else if (command == QLatin1String("sheets.open")) {
        show(pageOf<SheetsPage>());
    } else if (command == QLatin1String("inbox.open")) {
        show(pageOf<InboxPage>());
        m_nav->mark(QStringLiteral("approvals"));
    } else if (command == QLatin1String("register.import")) {
        importRegister();
    } else if (command == QLatin1String("file.backup")) {
        backUp();
    } else if (command == QLatin1String("file.verify")) {
        verify();
    } else if (command == QLatin1String("help.keys")) {
        show(pageOf<KeyCardPage>());
    } else if (command == QLatin1String("help.field")) {
        const auto *widget = QApplication::focusWidget();
        const auto help = widget ? QStringList{widget->accessibleName(),
                                               widget->accessibleDescription(),
                                               widget->toolTip()}
                                       .filter(QRegularExpression(QStringLiteral("\\S")))
                                       .join(QStringLiteral(" – "))
                                 : QString();
        m_strip->say(help.isEmpty() ? tr("Ctrl+/ shows all keys, Ctrl+K all commands.") : help);
    } else if (command == QLatin1String("help.about")) {
        m_trouble->say(
            tr("Huiyin %1 – complaint desk. Free software under the GNU General Public License, "
               "version 3 or later. No network, no account: everything stays in the case file.")
                .arg(QStringLiteral(HUIYIN_VERSION)),
            Severity::Hint);
        m_trouble->offerDismissal();
    } else {
        return false;
    }
    return true;
}

void MainWindow::movePane(int step)
{
    QList<QWidget *> panes = {m_nav};
    if (auto *page = currentPage()) {
        panes += page->panes();
    }
    panes.append(m_toolBar->findChild<QToolButton *>());
    auto *focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes.at(i) && focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus))) {
            at = i;
        }
    }
    for (qsizetype tried = 0; tried < panes.size(); ++tried) {
        at = (at + step + panes.size()) % panes.size();
        auto *pane = panes.at(at);
        if (!pane || !pane->isVisible()) {
            continue;
        }
        if (pane->focusPolicy() != Qt::NoFocus || pane->focusProxy()) {
            pane->setFocus(Qt::ShortcutFocusReason);
            return;
        }
        for (auto *inside : pane->findChildren<QWidget *>()) {
            if (inside->isVisible() && inside->isEnabled() &&
                (inside->focusPolicy() & Qt::TabFocus) != 0) {
                inside->setFocus(Qt::ShortcutFocusReason);
                return;
            }
        }
    }
}

void MainWindow::countOwed()
{
    if (m_owedJob) {
        m_owedJob->cancel();
    }
    const QPointer<MainWindow> here(this);
    m_owedJob = m_shell.jobs.start(
        tr("Counting tasks"),
        [here](Desk &desk, const Progress &progress) -> JobRunner::Finish {
            const auto inbox = desk.inbox();
            const auto tasks = desk.tasks(true, progress);
            const auto count = [](const auto &list) {
                return list ? std::optional<qint64>(list->size()) : std::nullopt;
            };
            return [here, inbox = count(inbox), tasks = count(tasks)] {
                // A count that was stopped for a newer one says nothing.
                if (here && tasks) {
                    here->m_queues.setCount(QStringLiteral("approvals"), inbox);
                    here->m_queues.setCount(QStringLiteral("tasks"), tasks);
                }
            };
        },
        [](const Error &) {});
}

void MainWindow::importRegister()
{
    auto *dialog = new QFileDialog(this,
                                   tr("Import register"),
                                   m_shell.settings.last(QStringLiteral("importFolder")),
                                   tr("Registers (*.csv *.tsv *.txt *.xlsx);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_shell.settings.setLast(QStringLiteral("importFolder"), QFileInfo(path).path());
        openImport(path);
    });
    dialog->open();
}

void MainWindow::openImport(const QString &path)
{
    auto *page = new ImportPage(m_shell, path);
    connect(page, &ImportPage::finished, this, [this] {
        m_list->refresh();
        m_queues.recount();
    });
    addPage(page);
    page->start();
}

void MainWindow::offerBrokenImports()
{
    const auto open = openImports(m_shell.desk.reader());
    if (!open || open->isEmpty() || !m_shell.jobs.jobs().isEmpty()) {
        return; // nothing, not known yet, or it is still under way
    }
    const auto broken = open->first();
    m_importBar->say(
        tr("The import of “%1” did not come to its end; the rows taken so far are there.")
            .arg(QFileInfo(broken.path).fileName()),
        Severity::Warning);
    m_importBar->offer(tr("Take in the rest"), [this, broken] {
        m_importBar->dismiss();
        openImport(broken.path);
    });
    m_importBar->offer(tr("Undo the import"), [this, broken] {
        m_importBar->dismiss();
        m_shell.jobs.start(
            tr("Taking the import back"),
            [this, broken](Desk &desk, const Progress &progress) -> JobRunner::Finish {
                const auto taken = desk.undoImport(broken.batch, progress);
                return [this, taken] {
                    if (!taken) {
                        showTrouble(taken.error());
                        return;
                    }
                    m_shell.desk.reread();
                    m_strip->say(tr("%Ln case(s) taken back.", nullptr, static_cast<int>(*taken)));
                };
            },
            [this](const Error &error) { showTrouble(error); });
    });
}

void MainWindow::backUp()
{
    auto folder = m_shell.settings.last(QStringLiteral("backupFolder"));
    if (folder.isEmpty()) {
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    }
    auto *dialog = new QFileDialog(this, tr("Back up into folder"), folder);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_shell.settings.setLast(QStringLiteral("backupFolder"), path);
        m_shell.jobs.start(
            tr("Backup"),
            [this, path](Desk &desk, const Progress &progress) -> JobRunner::Finish {
                auto copy = desk.log().backup(path, desk.now(), progress);
                return [this, copy = std::move(copy)] {
                    if (!copy) {
                        showTrouble(copy.error());
                        return;
                    }
                    m_trouble->say(tr("Backed up and verified: %1").arg(*copy), Severity::Hint);
                    m_trouble->offerDismissal();
                };
            },
            [this](const Error &error) { showTrouble(error); });
    });
    dialog->open();
}

void MainWindow::verify()
{
    m_shell.jobs.start(
        tr("Verification"),
        [this](Desk &desk, const Progress &progress) -> JobRunner::Finish {
            auto report = desk.reader().verify(true, progress);
            return [this, report = std::move(report)] {
                if (!report) {
                    showTrouble(report.error());
                } else if (report->firstFault) {
                    m_trouble->say(
                        tr("%n fault(s). The first: ", nullptr, static_cast<int>(report->faults)) +
                            m_shell.sentence(*report->firstFault),
                        Severity::Refusal);
                    m_trouble->offerDismissal();
                } else {
                    m_trouble->say(tr("All is as it was written: %1 events, %2 cases, %3 files.")
                                       .arg(report->events)
                                       .arg(report->cases)
                                       .arg(report->files),
                                   Severity::Hint);
                    m_trouble->offerDismissal();
                }
            };
        },
        [this](const Error &error) { showTrouble(error); });
}

} // namespace huiyin
