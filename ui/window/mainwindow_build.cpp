// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/tabnames.h>
#include <forms/theme.h>
#include <window/banner.h>
#include <window/caselistpage.h>
#include <window/caseview.h>
#include <window/draftspage.h>
#include <window/heading.h>
#include <window/intakepage.h>
#include <window/mainwindow.h>
#include <window/navpane.h>
#include <window/pagetabs.h>
#include <window/palette.h>
#include <window/searchbox.h>
#include <window/statusstrip.h>
#include <window/undostrip.h>

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kQueueKeys = 9;

} // namespace

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_sampleStrip = new Banner(centre);
    m_calendarLine = new Banner(centre);
    m_draftBar = new Banner(centre);
    m_importBar = new Banner(centre);
    m_trouble = new Banner(centre);
    m_callBanner = new Banner(centre);
    m_undo = new UndoStrip(centre);
    for (auto *banner :
         {m_callBanner, m_sampleStrip, m_calendarLine, m_trouble, m_importBar, m_draftBar}) {
        column->addWidget(banner);
    }
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_nav = new NavPane(m_queues, centre);
    m_tabs = new PageTabs(centre);
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideRight);
    nameTabs(*m_tabs, tr("Open pages"));
    m_tabs->tabBar()->setExpanding(false);
    row->addWidget(m_nav);
    row->addWidget(m_tabs, 1);
    column->addLayout(row, 1);
    // At the foot: what is read and typed above does not jump when it comes and goes.
    column->addWidget(m_undo);
    setCentralWidget(centre);
    m_strip = new StatusStrip(m_shell.jobs, this);
    setStatusBar(m_strip);

    m_list = new CaseListPage(m_shell);
    connectPage(m_list);
    m_tabs->addTab(m_list, m_list->title());
    // The list is always there: its tab has nothing to close.
    for (const auto side : {QTabBar::LeftSide, QTabBar::RightSide}) {
        if (auto *button = m_tabs->tabBar()->tabButton(0, side)) {
            button->hide();
            m_tabs->tabBar()->setTabButton(0, side, nullptr);
        }
    }
    connect(m_list, &CaseListPage::stepWanted, this, &MainWindow::openStep);
    connect(m_nav, &NavPane::chosen, this, &MainWindow::openQueue);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, [this](int at) {
        closePage(qobject_cast<Page *>(m_tabs->widget(at)));
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        fitWidth();
        m_stateDelay.start();
    });
    connect(m_undo, &UndoStrip::changed, &m_stateDelay, qOverload<>(&QTimer::start));
    connect(m_undo, &UndoStrip::undone, this, [this](const QString &words) {
        m_strip->say(words);
        m_queues.recount();
    });
    m_palette = new CommandPalette(m_shell.commands, this);
    m_palette->setOffering([this] { return stepsOnPage(); });
    connect(&m_shell.commands, &CommandRegistry::triggered, this, &MainWindow::act);

    const auto status = m_shell.desk.reader().status(m_shell.desk.now());
    if (status && status->sample) {
        m_sampleStrip->say(tr("Sample data: these cases are invented. Your own register is "
                              "untouched; start the program without --demo for it."),
                           Severity::Warning);
    }
}

QVector<OfferedCommand> MainWindow::stepsOnPage() const
{
    const QPointer<CaseView> view(qobject_cast<CaseView *>(currentPage()));
    if (!view) {
        return {};
    }
    const bool chinese = m_shell.language == Language::Chinese;
    QVector<OfferedCommand> offered;
    for (const auto &step : view->steps()) {
        offered.append({chinese ? step.zh : step.en,
                        chinese ? step.en : step.zh,
                        step.allowed,
                        m_shell.sentences(step.obstacles).join(QLatin1Char(' ')),
                        [view, action = step.action] {
                            if (view) {
                                view->openStep(action);
                            }
                        }});
    }
    return offered;
}

void MainWindow::buildBars()
{
    m_shell.commands.fillMenuBar(menuBar());
    m_toolBar = new QToolBar(tr("Tools"), this);
    m_toolBar->setObjectName(QStringLiteral("toolbar"));
    m_toolBar->setMovable(false);
    m_toolBar->setFloatable(false);
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto side = fontMetrics().height() * 5 / 4;
    m_toolBar->setIconSize(QSize(side, side));
    m_shell.commands.fillToolBar(m_toolBar);
    auto *gap = new QWidget(m_toolBar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolGap = m_toolBar->addWidget(gap);
    m_searchBox = new SearchBox(m_toolBar);
    m_searchBox->setPlaceholderText(tr("Search  Ctrl+F"));
    m_searchBox->setMaximumWidth(hanWidth(font()) * 16);
    m_searchBox->setMinimumWidth(hanWidth(font()) * 6);
    m_toolBar->addWidget(m_searchBox);
    connect(m_searchBox, &QLineEdit::returnPressed, this, [this] {
        act(QStringLiteral("search.open"));
    });
    addToolBar(m_toolBar);
    for (int i = 0; i < std::min<qsizetype>(kQueueKeys, m_queues.queues().size()); ++i) {
        auto *key = new QShortcut(QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + i)), this);
        connect(
            key, &QShortcut::activated, this, [this, i] { openQueue(m_queues.queues().at(i)); });
    }
}

void MainWindow::buildChoices()
{
    auto *view = menuBar()->findChild<QMenu *>(QStringLiteral("menu.view"));
    view->addSeparator();
    auto *themes = view->addMenu(Theme::icon(QStringLiteral("contrast")), tr("Colour t&heme"));
    auto *themeGroup = new QActionGroup(this);
    const QVector<QPair<Theme::Choice, QString>> themeWords = {
        {Theme::Choice::System, tr("&System")},
        {Theme::Choice::Light, tr("&Light")},
        {Theme::Choice::Dark, tr("&Dark")},
        {Theme::Choice::HighContrast, tr("&High contrast")}};
    for (const auto &[choice, words] : themeWords) {
        auto *action = themes->addAction(words);
        action->setCheckable(true);
        action->setChecked(choice == m_shell.settings.theme());
        themeGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = choice] { applyTheme(choice); });
    }
    auto *languages = view->addMenu(Theme::icon(QStringLiteral("language")), tr("Lan&guage 语言"));
    auto *languageGroup = new QActionGroup(this);
    for (const auto &[language, words] :
         {std::pair(Language::Chinese, QStringLiteral("中文(&Z)")),
          std::pair(Language::English, QStringLiteral("&English"))}) {
        auto *action = languages->addAction(words);
        action->setCheckable(true);
        action->setChecked(language == m_shell.language);
        languageGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, language = language] {
            if (language != m_shell.language) {
                m_shell.settings.setLanguage(language);
                keepAll();
                emit languageChosen(language);
            }
        });
    }
}

void MainWindow::applyTheme(Theme::Choice choice)
{
    m_shell.settings.setTheme(choice);
    Theme::follow(choice);
}

void MainWindow::setLetterStep(int step)
{
    const auto &sizes = WindowSettings::letterSizes();
    const auto at = sizes.indexOf(m_shell.settings.letterSize());
    applyLetters(sizes.at(std::clamp<qsizetype>(at + step, 0, sizes.size() - 1)));
}

void MainWindow::applyLetters(double points)
{
    m_shell.settings.setLetterSize(points);
    auto letters = QApplication::font();
    letters.setPointSizeF(points);
    QApplication::setFont(letters);
    for (auto *heading : findChildren<Heading *>()) {
        heading->fit();
    }
    const auto side = QFontMetrics(letters).height() * 5 / 4;
    m_toolBar->setIconSize(QSize(side, side));
    m_searchBox->setMaximumWidth(hanWidth(letters) * 16);
    m_searchBox->setMinimumWidth(hanWidth(letters) * 6);
    fitWidth();
    m_strip->say(tr("Text size %1 pt").arg(points));
}

void MainWindow::warnOfCalendar()
{
    if (!m_shell.desk.nextYearMissing()) {
        m_calendarLine->dismiss();
        return;
    }
    if (m_calendarLine->isVisibleTo(this)) {
        return;
    }
    const auto year = m_shell.desk.now().localDay().year() + 1;
    m_calendarLine->say(tr("The holidays of %1 are not in the calendar yet: deadlines beyond this "
                           "year are provisional.")
                            .arg(year),
                        Severity::Refusal);
    m_calendarLine->offer(tr("Take in the notice"),
                          [this] { act(QStringLiteral("calendar.open")); });
}

void MainWindow::offerDrafts()
{
    const auto drafts = DraftsPage::intakeDrafts(m_shell, false);
    if (drafts.isEmpty()) {
        return;
    }
    m_draftBar->say(tr("%n registration(s) were begun and not registered.",
                       nullptr,
                       static_cast<int>(drafts.size())),
                    Severity::Hint);
    m_draftBar->offer(tr("Take all up again"), [this, drafts] {
        m_draftBar->dismiss();
        for (const auto &draft : drafts) {
            openIntake()->resume(draft);
        }
    });
    m_draftBar->offer(tr("Look"), [this] {
        m_draftBar->dismiss();
        act(QStringLiteral("drafts.open"));
    });
    m_draftBar->offer(tr("Put away"), [this, drafts] {
        m_draftBar->dismiss();
        const auto keep = [this](const QVector<StoredDraft> &all, bool discarded) {
            for (auto draft : all) {
                draft.discarded = discarded;
                m_shell.desk.log().keepDraft(
                    draft, [self = QPointer<MainWindow>(this)](const Result<Done> &kept) {
                        if (self && !kept) {
                            self->showTrouble(kept.error());
                        } else if (self) {
                            self->m_queues.recount();
                        }
                    });
            }
        };
        keep(drafts, true);
        m_undo->offerUndo(
            tr("Put away; it can be taken back for 30 days."), kUndoMs, [this, keep, drafts] {
                keep(drafts, false);
                offerDrafts();
                return tr("Put back.");
            });
    });
}

} // namespace huiyin
