// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/intakeform.h>
#include <forms/theme.h>
#include <window/banner.h>
#include <window/caselistpage.h>
#include <window/casetable.h>
#include <window/caseview.h>
#include <window/draftspage.h>
#include <window/intakepage.h>
#include <window/mainwindow.h>
#include <window/navpane.h>
#include <window/palette.h>
#include <window/statusstrip.h>
#include <window/taskspage.h>
#include <window/undostrip.h>

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

namespace huiyin {

namespace {

constexpr int kMinuteMs = 60000;
constexpr int kOwedAfterMs = 1500;
constexpr double kRailBelowHan = 84;

/// Left out of a toolbar that is too narrow, in this order.
constexpr const char *kSparedFirst[] = {"list.export",
                                        "case.visit",
                                        "case.print",
                                        "report.open",
                                        "caller.find",
                                        "case.forward",
                                        "case.take"};

} // namespace

MainWindow::MainWindow(Shell shell, QWidget *parent)
    : QMainWindow(parent)
    , m_shell(std::move(shell))
    , m_queues(m_shell.desk.reader(), m_shell.ground())
{
    setWindowTitle(tr("Complaint desk")); // the name of the program is put behind it
    setWindowIcon(QIcon(QStringLiteral(":/huiyin/icons/app-huiyin.svg")));
    setMinimumSize(640, 420);
    buildCentre();
    buildBars();
    buildChoices();
    listenToDesk();
    const auto geometry = m_shell.settings.geometry();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) {
        resize(1280, 720);
        setWindowState(Qt::WindowMaximized);
    }
    land();
    m_queues.recount();
    showWho();
    warnOfCalendar();
    offerDrafts();
    offerBrokenImports();
    m_stateDelay.setSingleShot(true);
    m_stateDelay.setInterval(0);
    connect(&m_stateDelay, &QTimer::timeout, this, &MainWindow::updateStates);
    m_minute.setInterval(kMinuteMs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_queues.recount();
        warnOfCalendar();
    });
    m_minute.start();
    m_owedDelay.setSingleShot(true);
    m_owedDelay.setInterval(kOwedAfterMs);
    connect(&m_owedDelay, &QTimer::timeout, this, &MainWindow::countOwed);
    m_owedDelay.start();
    qApp->installEventFilter(this);
    updateStates();
    m_list->table()->setFocus();
}

MainWindow::~MainWindow() { qApp->removeEventFilter(this); }

void MainWindow::listenToDesk()
{
    connect(&m_shell.desk, &Desk::caseChanged, this, [this](const CaseId &id) {
        m_list->refreshCase(id);
        for (auto *page : pages()) {
            auto *casePage = qobject_cast<CaseView *>(page);
            if (casePage && casePage->caseId() == id && casePage != currentPage()) {
                casePage->refresh();
            }
        }
        m_queues.recount();
        m_owedDelay.start();
    });
    connect(&m_shell.desk, &Desk::registerChanged, this, [this] {
        // Where nothing was shown so far there is now something to begin with; who looks at another
        // page is left there.
        if (m_list->model().rowCount() == 0 && currentPage() == m_list) {
            land();
        } else {
            m_list->refresh();
        }
        m_queues.recount();
        m_owedDelay.start();
    });
    connect(&m_shell.desk, &Desk::calendarChanged, this, [this] {
        m_queues.setGround(m_shell.ground());
        for (auto *page : pages()) {
            page->refresh();
        }
        warnOfCalendar();
    });
    connect(&m_shell.desk, &Desk::actorChanged, this, [this] {
        m_queues.setGround(m_shell.ground());
        m_owedDelay.start();
        showWho();
    });
}

void MainWindow::land()
{
    // What waits for this person comes first; where nothing does, all that is open.
    const auto &queues = m_queues.queues();
    for (const auto &id : {QStringLiteral("mine"), QStringLiteral("open"), QStringLiteral("all")}) {
        const auto at = m_queues.rowOf(id);
        if (at < 0) {
            continue;
        }
        const auto any = m_shell.desk.reader().count(queues.at(at).filter, 1);
        if ((any && *any > 0) || id == QLatin1String("all")) {
            openQueue(queues.at(at));
            return;
        }
    }
}

Page *MainWindow::currentPage() const { return qobject_cast<Page *>(m_tabs->currentWidget()); }

QList<Page *> MainWindow::pages() const
{
    QList<Page *> pages;
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (auto *page = qobject_cast<Page *>(m_tabs->widget(i))) {
            pages.append(page);
        }
    }
    return pages;
}

void MainWindow::addPage(Page *page)
{
    connectPage(page);
    const auto at = m_tabs->addTab(page, Theme::icon(page->iconName()), page->title());
    m_tabs->setTabToolTip(at, page->title());
    showPage(page);
}

void MainWindow::showPage(Page *page)
{
    m_tabs->setCurrentWidget(page);
    fitWidth();
    page->setFocus();
}

void MainWindow::closePage(Page *page)
{
    if (!page || page == m_list) {
        return;
    }
    page->keep();
    m_tabs->removeTab(m_tabs->indexOf(page));
    page->deleteLater();
    if (auto *now = currentPage(); now == m_list) {
        m_list->table()->setFocus();
    }
    m_queues.recount();
}

void MainWindow::connectPage(Page *page)
{
    connect(page, &Page::titleChanged, this, [this, page] { retitle(page); });
    connect(page, &Page::statesChanged, &m_stateDelay, qOverload<>(&QTimer::start));
    connect(page, &Page::caseWanted, this, &MainWindow::openCase);
    connect(page, &Page::listWanted, this, &MainWindow::openList);
    connect(page, &Page::said, m_strip, &StatusStrip::say);
    connect(page, &Page::commandWanted, this, &MainWindow::act);
    connect(page, &Page::pageWanted, this, &MainWindow::addPage);
    connect(page, &Page::done, this, [this, page] { closePage(page); });
    connect(page, &Page::undoOffered, m_undo, &UndoStrip::offerUndo);
    connect(page, &Page::draftSaved, this, [this](const Instant &at) {
        m_strip->setDraft(tr("Draft kept %1").arg(at.toLocalText().mid(11)), false);
    });
    connect(page, &Page::draftFailed, this, [this](const Error &error) {
        m_strip->setDraft(tr("Draft not kept: %1").arg(m_shell.sentence(error)), true);
    });
    if (auto *intake = qobject_cast<IntakePage *>(page)) {
        connect(intake,
                &IntakePage::registered,
                this,
                [this, intake](const CaseFile &caseFile, bool another) {
                    registered(intake, caseFile, another);
                });
    }
    if (auto *tasks = qobject_cast<TasksPage *>(page)) {
        connect(tasks, &TasksPage::dutyDone, &m_owedDelay, qOverload<>(&QTimer::start));
    }
    if (auto *drafts = qobject_cast<DraftsPage *>(page)) {
        connect(drafts, &DraftsPage::resumed, this, [this](const StoredDraft &draft) {
            openIntake()->resume(draft);
        });
    }
}

void MainWindow::retitle(Page *page)
{
    const auto at = m_tabs->indexOf(page);
    if (at >= 0) {
        m_tabs->setTabText(at, page->title());
        m_tabs->setTabToolTip(at, page->title());
    }
}

void MainWindow::openCase(const CaseId &id)
{
    for (auto *page : pages()) {
        auto *open = qobject_cast<CaseView *>(page);
        if (open && open->caseId() == id) {
            open->refresh();
            showPage(open);
            return;
        }
    }
    auto caseFile = m_shell.desk.reader().caseFile(id);
    if (!caseFile) {
        showTrouble(caseFile.error());
        return;
    }
    const auto logged = m_shell.desk.log().logAccess(
        {m_shell.desk.actor().id, id, QStringLiteral("view"), {}, m_shell.desk.now()});
    if (!logged) {
        showTrouble(logged.error());
    }
    addPage(new CaseView(m_shell, *caseFile));
}

IntakePage *MainWindow::openIntake()
{
    auto *page = new IntakePage(m_shell);
    addPage(page);
    page->form()->setFocus();
    return page;
}

void MainWindow::registered(IntakePage *from, const CaseFile &caseFile, bool another)
{
    m_strip->setDraft({}, false);
    m_strip->say(tr("Registered: %1").arg(caseFile.caseNo));
    m_queues.recount();
    m_list->model().reload();
    if (another) {
        from->sayRegistered(caseFile);
        return;
    }
    auto *page = new CaseView(m_shell, caseFile);
    const auto at = m_tabs->indexOf(from);
    connectPage(page);
    m_tabs->insertTab(at, page, Theme::icon(page->iconName()), page->title());
    m_tabs->setCurrentWidget(page);
    m_tabs->removeTab(m_tabs->indexOf(from));
    from->deleteLater();
    fitWidth();
    page->sayRegistered();
    page->setFocus();
}

void MainWindow::openQueue(const Queue &queue)
{
    if (queue.drafts || !queue.command.isEmpty()) {
        act(queue.drafts ? QStringLiteral("drafts.open") : queue.command);
        return;
    }
    m_list->showList(queue.filter, queue.title, queue.id, queue.icon);
    m_tabs->setTabIcon(0, Theme::icon(queue.icon));
    m_nav->mark(queue.id);
    m_tabs->setCurrentWidget(m_list);
    m_list->table()->setFocus();
}

void MainWindow::openList(const CaseFilter &filter, const QString &title)
{
    m_nav->mark({});
    m_list->showList(filter, title, QStringLiteral("found"), QStringLiteral("list-details"));
    m_tabs->setTabIcon(0, Theme::icon(QStringLiteral("list-details")));
    m_tabs->setCurrentWidget(m_list);
    m_list->table()->setFocus();
}

void MainWindow::openStep(const CaseId &id, const QString &command)
{
    openCase(id);
    auto *page = qobject_cast<CaseView *>(currentPage());
    if (!page || page->caseId() != id) {
        return;
    }
    const auto state = page->state(command);
    if (state && !state->enabled) {
        m_strip->say(state->reason);
        return;
    }
    page->perform(command);
}

void MainWindow::receive(const QStringList &arguments)
{
    bool calls = false;
    for (const auto &argument : arguments) {
        if (argument.startsWith(QLatin1String("--call="))) {
            announceCall(argument.section(QLatin1Char('='), 1));
            calls = true;
        } else if (argument == QLatin1String("--new")) {
            openIntake();
        } else if (!argument.startsWith(QLatin1Char('-')) &&
                   !argument.endsWith(QLatin1String(".huiyin"))) {
            if (const auto id = m_shell.desk.reader().byNumber(argument)) {
                openCase(*id);
            } else {
                showTrouble(id.error());
            }
        }
    }
    if (calls && arguments.size() == 1) {
        QApplication::alert(this); // a call never takes the focus from what is being typed
        return;
    }
    if (isMinimized()) {
        showNormal();
    }
    raise();
    activateWindow();
}

void MainWindow::keepAll()
{
    for (auto *page : pages()) {
        page->keep();
    }
}

void MainWindow::showWho()
{
    const auto &actor = m_shell.desk.actor();
    const auto name = actor.name.isEmpty() ? actor.id : actor.name;
    m_strip->setWho(QStringLiteral("%1 · %2").arg(name, m_shell.desk.officeName()));
}

void MainWindow::showTrouble(const Error &error)
{
    m_trouble->say(m_shell.sentence(error), Severity::Refusal);
    m_trouble->offerDismissal();
}

void MainWindow::fitToolBar()
{
    const auto needed = [this] {
        m_toolBar->layout()->invalidate();
        return m_toolBar->sizeHint().width();
    };
    QStringList spared;
    const auto fill = [&](Qt::ToolButtonStyle style) {
        m_toolBar->setToolButtonStyle(style);
        if (spared != m_spared) {
            m_shell.commands.fillToolBar(m_toolBar, m_toolGap, spared);
            m_spared = spared;
        }
    };
    fill(Qt::ToolButtonTextBesideIcon);
    if (needed() > width()) {
        fill(Qt::ToolButtonTextOnly);
    }
    // The search box is never pushed out: rather the commands a menu away.
    for (const auto *id : kSparedFirst) {
        if (needed() <= width()) {
            return;
        }
        spared.append(QString::fromLatin1(id));
        fill(Qt::ToolButtonTextOnly);
    }
}

void MainWindow::fitWidth()
{
    const auto han = hanWidth(font());
    const auto all = static_cast<double>(width()) / han;
    m_nav->setRail(all < kRailBelowHan);
    if (m_toolBar) {
        fitToolBar();
    }
    if (auto *page = currentPage()) {
        page->setWidthInHan(all);
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitWidth();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow() && m_tabs) {
        keepAll();
    }
    if (event->type() == QEvent::FontChange && m_tabs) {
        // The buttons get their letters after the window: measured now they would be too small.
        QMetaObject::invokeMethod(this, &MainWindow::fitWidth, Qt::QueuedConnection);
    }
    if (event->type() == QEvent::PaletteChange && m_tabs) {
        // The theme changed, here or in the settings of the desktop.
        m_shell.commands.paintIcons();
        for (auto *page : pages()) {
            m_tabs->setTabIcon(m_tabs->indexOf(page), Theme::icon(page->iconName()));
        }
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepAll();
    m_shell.settings.setGeometry(saveGeometry());
    m_shell.jobs.cancelAll();
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_call) {
        endCall();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

bool MainWindow::claimsUndo(const QWidget *widget) const
{
    // A text that has something of its own to take back comes first.
    if (const auto *line = qobject_cast<const QLineEdit *>(widget)) {
        return !line->isUndoAvailable();
    }
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget)) {
        return !text->document()->isUndoAvailable();
    }
    return true;
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Line editors claim Ctrl+K, Ctrl+E and others as editing keys of old; here they are
        // commands.
        const auto *key = static_cast<QKeyEvent *>(event);
        auto *widget = qobject_cast<QWidget *>(watched);
        const auto letter = key->key();
        const bool editing = letter == Qt::Key_C || letter == Qt::Key_V || letter == Qt::Key_X ||
                             letter == Qt::Key_Z || letter == Qt::Key_Y || letter == Qt::Key_A;
        const bool undoing = letter == Qt::Key_Z && m_undo->isOffering() && claimsUndo(widget);
        if (widget && widget->window() == this && key->modifiers().testFlag(Qt::ControlModifier) &&
            (!editing || undoing)) {
            const QKeySequence pressed(key->keyCombination());
            for (const auto &id : m_shell.commands.ids()) {
                auto *action = m_shell.commands.action(id);
                if (action->isEnabled() && action->shortcuts().contains(pressed)) {
                    event->ignore();
                    return true;
                }
            }
        }
    }
    if (event->type() == QEvent::Wheel) {
        // A wheel over a choice that has not the focus scrolls the page; it never changes the
        // value.
        auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && !widget->hasFocus() &&
            (widget->inherits("QComboBox") || widget->inherits("QAbstractSpinBox"))) {
            event->ignore();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace huiyin
