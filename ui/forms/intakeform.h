// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/draft.h>
#include <forms/draftkeeper.h>
#include <forms/formhouse.h>
#include <rules/sheet.h>

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QTabWidget;
class QTimer;
class QBoxLayout;

namespace huiyin {

class CallerPanel;
class DeadlineBox;
class FindingBar;
class PaperGrid;

/// The registration form of a new case: the paper grid with its heading, the bar of what is
/// missing, the commit buttons and the side panel with deadlines and previous cases. It only fills
/// a draft: the window records it on registerRequested and gives the findings back. It never blocks
/// and never opens a window.
class IntakeForm : public QWidget
{
    Q_OBJECT

public:
    IntakeForm(FormHouse house, const Sheet &sheet, QWidget *parent = nullptr);
    ~IntakeForm() override;

    enum class Side { Caller, Deadlines };

    /// Alt+1, Alt+2: shows a tab of the side panel and goes there.
    void openSide(Side side);

    [[nodiscard]] ComplaintDraft draft() const;
    [[nodiscard]] StoredDraft storedDraft() const;

    /// Takes a kept draft up again.
    void resume(const StoredDraft &draft);
    /// Empties the form for the next caller; the draft kept so far stays in the draft box unless it
    /// was recorded.
    void startNew();
    /// Fills phone and what an earlier case knows of this caller.
    void takeCaller(const QString &phone, const QJsonObject &known = {});
    void setFields(const QJsonObject &fields);
    void setPrevious(const QJsonObject &fields); ///< the previous case's fields, repeated by `..`

    /// What 登记 said: each finding at its field, focus on the first refusal, the rest in the bar.
    void showFindings(const Findings &findings);
    /// The case is recorded: the draft is removed and the form is empty again.
    void recorded();
    /// The world's matter (disk, lock) as a bar that stays; the text is kept.
    void showError(const Error &error);

    /// Adds a kept file to the attachments cell.
    void addAttachment(const Attachment &attachment);

    void setGround(const UiGround &ground);

    [[nodiscard]] PaperGrid *grid() const { return m_grid; }

    [[nodiscard]] QWidget *sidePanel() const { return m_side; }

    /// Puts a widget right of the title, such as the choice of the paper form.
    void setHeadTool(QWidget *tool);

    [[nodiscard]] bool isBlank() const;

    [[nodiscard]] bool isDirty() const { return m_keeper.dirty(); }

    /// Title for the tab: 投诉人 or 新登记.
    [[nodiscard]] QString tabTitle() const;

public slots:
    void saveIfDue();      ///< writes the draft down if its time has come
    void saveNow();        ///< Ctrl+S, focus change, deactivate
    void submit();         ///< F8
    void submitAndNew();   ///< Shift+F8
    void submitAndClose(); ///< Ctrl+Enter 当场办结
    void toggleSide();     ///< Ctrl+B
    void focusCaller();    ///< F3: the phone cell
    void focusStory();     ///< F4: the caller is known, what he says is not

signals:
    void registerRequested(const huiyin::ComplaintDraft &draft);
    void registerAndNewRequested(const huiyin::ComplaintDraft &draft);
    void closeNowRequested(const huiyin::ComplaintDraft &draft);
    void openCaseRequested(const huiyin::CaseId &id);
    void appendRequested(const huiyin::CaseId &id); ///< add a note to the caller's open case
    void attachRequested();
    void draftSaved(const huiyin::Instant &at); ///< 草稿已存 hh:mm:ss
    void draftFailed(const huiyin::Error &error);
    void titleChanged(const QString &title);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool event(QEvent *event) override;

private:
    void build();
    void buildSide();
    void preset();
    void submitAs(void (IntakeForm::*request)(const ComplaintDraft &));
    void touched(const QString &field);
    void refreshPreview();
    void refreshMissing();
    void refreshHeader();
    void lookUpCaller();
    void schedule();
    void draftKept(const Result<Done> &kept, Instant at);
    void showSide(Side side);
    void layOut();
    void leftField(const QString &field);

    FormHouse m_house;
    Sheet m_sheet;
    std::optional<DraftId> m_draftId;
    std::optional<Instant> m_startedAt;
    DraftKeeper m_keeper;
    QTimer *m_saveTimer = nullptr;
    QTimer *m_previewTimer = nullptr;
    QTimer *m_minute = nullptr;
    PaperGrid *m_grid = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_side = nullptr;
    QTabWidget *m_tabs = nullptr;
    DeadlineBox *m_deadlines = nullptr;
    CallerPanel *m_caller = nullptr;
    FindingBar *m_bar = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_head = nullptr;
    QWidget *m_tools = nullptr; ///< right of the title
    QPushButton *m_register = nullptr;
    QBoxLayout *m_foot = nullptr;
    QJsonObject m_presets;
    std::optional<bool> m_sideChosen; ///< the person's own choice; nothing = by width
};

} // namespace huiyin
